"""How long it takes to look for copies among written answers: grows with texts, not with pairs.

    python benchmarks/copied_texts.py

Texts are fifty words in phrases that all use. Of pairs, four times the texts would be 16 times.
"""

import os
from random import Random
from time import process_time

from trainkit.grading.sametext import same_texts

WORDS = tuple(f"phrase {n} that is common here" for n in range(40))


def texts(n):
    """Return so many honest answers: eight phrases each, and two numbers of one's own."""
    draw = Random(n)
    return {
        f"trainee-{k:05}": " ".join(
            f"{phrase} {draw.randrange(100, 1000)}" for phrase in draw.choices(WORDS, k=8)
        )
        for k in range(n)
    }


if __name__ == "__main__":
    print(f"load {os.getloadavg()[0]:.1f}")
    for n in (1_000, 4_000):
        written = texts(n)
        began = process_time()
        found = same_texts("memo", "Memo", written, ())
        print(f"{n:,} texts: {process_time() - began:.2f} s, {len(found)} remarks")
