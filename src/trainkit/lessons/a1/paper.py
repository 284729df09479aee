"""The sixteen points as Alder and Borea have signed them: the published words, other names.

Source: *Operational Proposals for the Enhancement of Cooperation*, Rome, 11 September 2025. The
words are those of the published text; the names of States, services and alliances are those of the
exercise. The published text numbers only its last point; the others are counted by order.
"""

from collections.abc import Mapping

from trainkit.joint.plan.operative import RULE

__all__ = ["POINTS", "RULE"]

POINTS: Mapping[int, str] = {
    1: "Emphasize that security is indivisible and requires comprehensive cooperation and agree to "
    "enhance their coordination in the fight against all kinds of organized crime, including, "
    "inter alia, migrant smuggling, human trafficking and the laundering of assets obtained from "
    "these crimes.",
    2: "Taking into account their Cooperation Agreement of 2012 on combating serious crime, agree "
    "to strengthen security cooperation against all forms of organized crime, migrant smuggling, "
    "human and drug trafficking, and all activities related to terrorism, including by "
    "expeditiously and thoroughly addressing the expulsion or extradition and freezing of assets "
    "requests, in accordance with applicable international treaties and fundamental principles of "
    "their domestic law, and interdicting any financing and recruitment activities of "
    "organizations as well as individuals involved in the above-mentioned criminal activities.",
    3: "Agree to step up their cooperation with other willing parties in order to contribute to "
    "the fight against irregular migration together with other relevant international actors when "
    "necessary.",
    4: "Consider working together and coordinating efforts in combatting human trafficking and "
    "managing migration according to international standards.",
    5: "Jointly encourage the IOM and the UNHCR to enhance their assistance provided to countries "
    "hosting refugees, with the aim of supporting voluntary returns, as well as improving the "
    "living conditions of refugees and migrants and supporting the reintegration of returnees in "
    "countries of origin through specific projects. Jointly encourage full and smooth cooperation "
    "with such Agencies.",
    6: "Consider providing training to the law-enforcement agencies of requesting parties on "
    "organized crime related to migrant smuggling and human trafficking, handling of "
    "investigations related to these crimes, risk analysis and identification of migration routes.",
    7: "With reference to the irregular migration routes at the sea between them, consider "
    "increasing controls, including travel regimes, as appropriate, on risk categories.",
    8: "Consider ways to enhance cooperation between law enforcement bodies, particularly to seek "
    "further collaboration on investigations on countering terrorism, organized crime, migrant "
    "smuggling and human trafficking networks, based on the existing bilateral frameworks in this "
    "field.",
    9: "Consider ways for improving information exchange between the respective Coast Guards "
    "(including the Financial Police for Alder) to prevent and counter irregular departures.",
    10: "Further exchange on developing a shared vision in the Alliance, particularly on its "
    "responsibility towards its Southern flank, including addressing the threats, risks and "
    "opportunities therein, by arranging in the near future bilateral consultations on the "
    "Alliance and security issues to coordinate policies.",
    11: "In the spirit of the International Conference on Migration and Development, hold regular "
    "consultations with particular reference to security issues, good practices in managing "
    "migratory flows and other common challenges.",
    12: "Continue the existing cooperation on irregular migration flows across the sea in line "
    "with the two sides.",
    13: "Continue their fruitful cooperation in the framework of the Almaty Process for Central "
    "Asia.",
    14: "Maintain a constant dialogue in the context of their regional cooperation, and consider "
    "ways to further the updating of the Customs Union and the Visa Liberalisation Process, while "
    "taking concrete measures to facilitate visa processes for citizens of Borea, particularly "
    "for those in specific categories (businesspersons, students, academics, professional "
    "transporters and artists) and ensure an efficient implementation of the procedures.",
    15: "Agree that the scope, target, rules of engagement, duration and execution area of the "
    "activities within the framework of this paper to be carried out will be determined by both "
    "sides.",
    16: "These Operational Proposals will come into operation 15 days after the signature.",
}
