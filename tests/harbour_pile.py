"""A pile: two invented reports on a ferry, and two questions."""

PILE = """# harbour | the ferry Alba
== a | Skarne Post | 2031-05-02 | Alba sinks
a1 Four people drowned, the coastguard said.
a2 The ferry was built in 1988.
-
a3 Captain Jonas Rehl said nobody had drowned.
== b | The Ledger | 2031-05-03 | Alba was insured
b1 "Six are dead," said the mayor of Skarne.
? count | conflict | How many people drowned?
+ four: a1
+ nobody: a3
+ six: b1
? when | none | When was the Alba last inspected?
"""
