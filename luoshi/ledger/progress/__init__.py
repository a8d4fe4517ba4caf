"""Commitments and their progress: which later sentences speak of what was promised, and what they say of it.

The sentences of later documents of the same place are ranked by BM25 (:mod:`luoshi.ledger.ranking`) over pairs of
neighbouring characters: official prose says things in the same words a year later, and pairs need no dictionary.
Names in “ ” and 《 》, places, the body responsible, equal values and a result of the same indicator weigh more; a
sentence that only promises again weighs less than one that reports. It is news of the work where it also says what
tells the work from others: its rarest nouns.

Whether a sentence says that the work is done follows from the clause nearest to the commitment. A person's
verdict (:mod:`luoshi.ledger.links`) goes before all that.
"""
