"""Targets beside their results: the same indicator, place and period, and whether the one met the other.

    target   what a document sets for a period; the value in force is the last one set before the period's end
    result   what a document dated in the period's last month or later reports of it; the latest document counts
    readings values of the years on the way to a target that lies further off (“十四五” goals)

Only what is comparable is compared: growth with growth, a level with a level, within one unit. docs/outcomes.md
tells the rules with examples.
"""

from luoshi.ledger.outcomes.answers import outcomes as outcomes
from luoshi.ledger.outcomes.answers import untargeted as untargeted
from luoshi.ledger.outcomes.told import OutcomeRow as OutcomeRow
from luoshi.ledger.outcomes.told import Verdict as Verdict
from luoshi.ledger.outcomes.verdict import USUAL as USUAL
from luoshi.ledger.outcomes.verdict import Tolerance as Tolerance
from luoshi.ledger.outcomes.verdict import bounds as bounds
from luoshi.ledger.outcomes.verdict import judge as judge
