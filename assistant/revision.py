"""Revision: signs that a claim was only what was said at first, or brings another up to date."""

import re

from assistant.claim import Claim
from assistant.credit import telling
from corpus.statement import Form

_FIRST = re.compile(
    r"\b(?:initially|at first|originally|previously|earlier (?:said|reported|put|told|claimed|reports?)"
    r"|had (?:already |earlier |first )?(?:said|reported|claimed|told|announced|insisted))\b",
    re.IGNORECASE,
)
_UPDATE = re.compile(
    r"\b(?:rose|risen|rises|rising|climb(?:s|ed)|jumped|increased|new toll|latest (?:toll|count|figure)"
    r"|updated|revised|raised|later (?:said|put|gave|reported|confirmed)|has since|have since)\b|^later\b",
    re.IGNORECASE,
)
_SO_FAR = re.compile(
    r"\b(?:so far|until now|first series|preliminary|provisional|initial|(?:may|expected to) rise)\b",
    re.IGNORECASE,
)
_CLAIM = (
    r"(?:claims?|comments?|remarks?|statements?|stor(?:y|ies)|reports?|accusations?|allegations?|figures?)"
)
_TAKEN_BACK = re.compile(
    rf"\b(?:retract(?:s|ed|ing|ion)?|recant(?:s|ed|ing)?|backtrack(?:s|ed|ing)?|took back|walk(?:s|ed) back"
    rf"|backed (?:off|away) from|no longer (?:stands?|stood) by|corrected (?:it|him|her|them)sel(?:f|ves)"
    rf"|(?:withdr[ae]w|apologi[sz]ed for|corrected) (?:an?|the|his|her|its|their) (?:\w+ )?{_CLAIM})\b",
    re.IGNORECASE,
)


def was_said_first(claim: Claim) -> bool:
    """Tell whether a claim is marked as what was said at first: "had initially said"."""
    told = claim.candidate.statement.form is Form.NARRATION
    text = claim.candidate.quote if told else claim.candidate.before_content
    return _FIRST.search(text) is not None


def is_update(claim: Claim) -> bool:
    """Tell whether a claim is told as an update: "the toll rose to nine"."""
    return _UPDATE.search(claim.candidate.quote) is not None


def is_provisional(claim: Claim) -> bool:
    """Tell whether a claim says that it will not be the last word: "four so far"."""
    return _SO_FAR.search(claim.candidate.quote) is not None


def takes_back(claim: Claim, other: Claim) -> bool:
    """Tell whether a claim says that the source of another claim no longer holds to it."""
    here, there = claim.candidate, other.candidate
    if _TAKEN_BACK.search(f"{here.before_content} {here.statement.cue} {here.content}") is None:
        return False
    named = set(telling(there.statement.source.name)) <= set(telling(here.quote))
    return named or here.speaker == there.speaker
