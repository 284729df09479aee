"""What a boarding at sea is told: one boat with people, one cutter, and what the cutter is ordered.

Hour 0 is the sighting. Every duration is a median; how it varies is drawn by the name of the act,
so that two orders of the same acts meet the same luck.
"""

from typing import Literal

from trainkit.model import Spec, lever, uncertainty

ACTS = ("report", "jackets", "take_off", "triage", "observe", "ask", "board", "question")
"""What the cutter may be ordered to do, one after another."""
RESCUE_ACTS = ("report", "jackets", "take_off", "triage")
ENFORCEMENT_ACTS = ("observe", "ask", "board", "question")
ANSWERS = ("granted", "refused", "silence")
"""What a flag State may say; silence is no yes."""

Act = Literal["report", "jackets", "take_off", "triage", "observe", "ask", "board", "question"]
RescueAt = Literal["as_ordered", "sign", "distress", "call"]
OnSilence = Literal["keep_watch", "board", "leave"]


class ActSpec(Spec):
    """One act in the order of the cutter."""

    act: Act = lever()
    """What is done."""


class BoardingSpec(Spec):
    """A boat with people, a cutter nearby, and a flag State that may be asked."""

    acts: tuple[ActSpec, ...] = lever()
    """What the cutter does, in this order."""
    rescue_at: RescueAt = lever("as_ordered")
    """What makes the cutter drop everything and rescue: its place in the order, or a cue."""
    keep_nm: float = lever(2.0, unit="NM", low=0.5, high=12.0, step=0.5)
    """Distance that the cutter keeps from the boat until it goes alongside."""
    patience_h: float = lever(3.0, unit="h", low=0.25, high=12.0, step=0.25)
    """Longest wait for the flag State's answer before silence is taken as the answer."""
    on_silence: OnSilence = lever("keep_watch")
    """What the cutter does when the flag State refuses or stays silent."""
    persons: int = uncertainty(30, low=1, high=300, step=1)
    """People on board."""
    hurt: int = uncertainty(4, low=0, high=300, step=1)
    """People of them who need care once they are safe."""
    capacity: int = uncertainty(20, low=1, high=300, step=1)
    """People whom the cutter can take on board."""
    helper_h: float = uncertainty(2.0, unit="h", low=0.0, high=24.0, step=0.25)
    """Time from the report until a second unit is alongside."""
    overheard_h: float = uncertainty(6.0, unit="h", low=0.0, high=24.0, step=0.25)
    """Time from the sighting until a second unit is alongside, when nobody reported."""
    sound_h: float = uncertainty(4.0, unit="h", low=0.0, high=48.0, step=0.25)
    """Median time in calm weather until the boat is in distress; 0 when it is already."""
    afloat_h: float = uncertainty(2.0, unit="h", low=0.1, high=48.0, step=0.25)
    """Median time in calm weather from distress until the boat is swamped."""
    sign_share: float = uncertainty(0.5, low=0.0, high=1.0, step=0.05)
    """Part of the time until distress after which the first cue can be seen."""
    call_lag_h: float = uncertainty(0.75, unit="h", low=0.0, high=12.0, step=0.25)
    """Median time from distress until a call for help is heard."""
    worsens_h: float = uncertainty(2.0, unit="h", low=0.0, high=48.0, step=0.25)
    """When the weather worsens."""
    rough_factor: float = uncertainty(2.0, low=1.0, high=6.0, step=0.1)
    """How much faster a boat's hours pass, once the weather has worsened."""
    pressed_nm: float = uncertainty(0.3, unit="NM", low=0.0, high=3.0, step=0.05)
    """Distance at which a cutter's nearness halves the time until distress."""
    sight_nm: float = uncertainty(4.0, unit="NM", low=0.5, high=12.0, step=0.5)
    """Distance up to which cues on the boat are seen."""
    cutter_kn: float = uncertainty(15.0, unit="kn", low=3.0, high=40.0, step=1.0)
    """Speed of the cutter in the sea that there is."""
    capsize_bare: float = uncertainty(0.35, low=0.0, high=1.0, step=0.05)
    """Chance that the boat capsizes when people leave it without lifejackets."""
    capsize_jackets: float = uncertainty(0.05, low=0.0, high=1.0, step=0.05)
    """The same when lifejackets were handed over first."""
    water_bare_h: float = uncertainty(0.6, unit="h", low=0.05, high=48.0, step=0.1)
    """Median survival in the water without a lifejacket; a distribution and never a cut-off."""
    water_jacket_h: float = uncertainty(6.0, unit="h", low=0.05, high=96.0, step=0.1)
    """Median survival in the water with a lifejacket."""
    answer_h: float = uncertainty(2.0, unit="h", low=0.05, high=48.0, step=0.25)
    """Median time until the flag State answers, if it does."""
    granted: float = uncertainty(0.5, low=0.0, high=1.0, step=0.05)
    """Chance that the flag State authorises the boarding."""
    refused: float = uncertainty(0.2, low=0.0, high=1.0, step=0.05)
    """Chance that it refuses; else it stays silent."""
    evidence_h: float = uncertainty(6.0, unit="h", low=0.1, high=96.0, step=0.25)
    """Mean time for which a trace on the boat lasts."""
    report_h: float = uncertainty(0.1, unit="h", low=0.0, high=4.0, step=0.05)
    """Time to report to the rescue coordination centre."""
    jackets_h: float = uncertainty(0.25, unit="h", low=0.0, high=4.0, step=0.05)
    """Time to hand over lifejackets."""
    take_off_h: float = uncertainty(0.6, unit="h", low=0.0, high=6.0, step=0.05)
    """Time to take people on board."""
    triage_h: float = uncertainty(0.4, unit="h", low=0.0, high=6.0, step=0.05)
    """Time of medical and vulnerability triage."""
    observe_h: float = uncertainty(0.5, unit="h", low=0.0, high=6.0, step=0.05)
    """Time to photograph and log the boat from outside."""
    ask_h: float = uncertainty(0.2, unit="h", low=0.0, high=4.0, step=0.05)
    """Time to write and send the request to the flag State."""
    board_h: float = uncertainty(1.0, unit="h", low=0.0, high=12.0, step=0.25)
    """Time of the boarding team on the boat."""
    question_h: float = uncertainty(0.75, unit="h", low=0.0, high=12.0, step=0.25)
    """Time to hear, through an interpreter, those who want to say something."""
    spread: float = uncertainty(0.4, low=0.0, high=2.0, step=0.1)
    """Standard deviation of the logarithm of the boat's hours and of survival."""
    night_h: float = uncertainty(12.0, unit="h", low=1.0, high=72.0, step=1.0)
    """End of the night: who is afloat then reaches the shore; hours in distress count to it."""
