"""Hints of A1: where to look; which principle; a like case, solved. None holds an answer."""

DATE = (
    (
        "Look at the counting rule in the covering note: which day is not counted, whose clock "
        "counts, and at which hour the paper begins. Then look for a point about its end."
    ),
    (
        "An instant is one and the same everywhere; only the clocks differ. Count days on the "
        "clock that the rule names, write the instant with that clock's offset, then move it to "
        "the other clock. What a text does not say, nobody may read into it."
    ),
    (
        "The published paper was signed on 11 September 2025 in Rome, at UTC+2. The day after the"
        " signature is day one, so the last day of the count is 26 September: "
        "2025-09-26T00:00+02:00. On a clock at UTC+3 that is 2025-09-26T01:00+03:00."
    ),
)
ACTS = (
    ("Look at two columns: the clock that wrote the time, and the basis that was noted."),
    (
        "First bring every time to one clock. Then ask of each act: would it stand if the paper "
        "had never been signed? If it would, its date does not matter. If it needs the paper, its"
        " date decides. If no paper of this kind could carry it, its date does not matter either."
    ),
    (
        "Published paper, first instant 26 September 2025 at 00:00 on UTC+2. A talk written 26 "
        "September, 00:30, on a clock at UTC+3 began at 23:30 on 25 September on UTC+2: half an "
        "hour before. An extradition under a convention of 1957 on the same evening asks nothing "
        "of the paper."
    ),
)
VERBS = (
    (
        "Look in the point for the words of the clause, and go back from there to the nearest "
        "verb that has the two sides as its subject."
    ),
    (
        "A point may hold several verbs, and each governs its own clause. The first verb of a "
        "point does not speak for the whole of it."
    ),
    (
        "From another paper: 'Welcome the study, consider its proposals and undertake to publish "
        "it.' The study is welcomed, which states a view. The proposals are looked at. The "
        "publication is promised. Three clauses, three degrees, one sentence."
    ),
)
SENTENCES = (
    (
        "Look up the point that the sentence names, and lay the two verbs side by side. Then "
        "compare the subjects word by word."
    ),
    (
        "Two questions for each sentence. Does it speak of anything that the point does not hold?"
        " If not: does its verb bind more, less, or as much? The order of words does not matter."
    ),
    (
        "From another paper: 'The parties intend to share forecasts.' A course that says 'must "
        "share forecasts' has a verb that is too strong; 'could one day talk of forecasts' is too"
        " weak; 'intend to share forecasts and crews' has an addition."
    ),
)
LOG = (
    ("Look at the two approvals first, and at whose clock wrote each. Then read the last column."),
    (
        "A plan is approved when the second side has approved the same version. Bring that moment"
        " and the joint acts to one clock. For the count, strike out the paper and all that hangs"
        " on it, the plan included, and see what is left."
    ),
    (
        "Another log: side one approved at 14:00 (UTC+1), side two at 15:20 (UTC+2), which is "
        "14:20 on UTC+1. A joint act written 15:10 on UTC+2 began at 14:10 on UTC+1: the second "
        "approval was still to come."
    ),
)
NIGHT = (
    (
        "Look at the three events one by one: who is in danger, under which flag or in whose "
        "waters the vessel is, and what exactly the request names."
    ),
    (
        "Every act, joint or not, names its own basis in a treaty or in national law. A paper of "
        "intentions gives no power. A duty towards people in danger asks for no plan."
    ),
    (
        "Another night: a fishing vessel flies the flag of a friend, who says by letter 'you may "
        "check the catch'. The crew checks the catch and opens nothing else, since that letter, "
        "and no memorandum between the ministries, is what the visit stands on."
    ),
)
MAP = (
    ("Look at the subject of each point, not at its verb, and at the titles of the notebooks."),
    ("A notebook belongs to a point when the work in it is the work of which the point speaks."),
    (
        "A point about pollution at sea would belong to a notebook called 'Oil on the water: who "
        "cleans, who pays', and not to one about the law of fishing, although both lie at sea."
    ),
)
