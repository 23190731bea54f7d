"""Edits of a start tag: return it with one change; everything else in it stays as written."""

from collections.abc import Callable, Iterable

from disclosure_index.edits import reference_lists as word_lists
from disclosure_index.edits.edits import (
    AddTag,
    JoinTags,
    KeepFirst,
    MarkReviewed,
    Place,
    RemoveTag,
    RenameAttribute,
    ReplaceTag,
    SetOmission,
    SetPageLabel,
    Suppress,
    TagEdit,
)
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.start_tags import StartTag, escaped
from disclosure_index.edits.validation import check_references, check_text
from disclosure_index.messages import COMMA, joined, message

TAG, OMISSION, REASON, REVIEWED = "data-disclosure", "data-omission", "data-reason", "data-reviewed"
SUPPRESS = "data-suppress"
PAGE = "aria-label"


def change(tag: StartTag, edit: TagEdit) -> StartTag:
    """Return the start tag with one edit made.

    Raises:
        EditError: the edit cannot be made.

    """
    return _without_stale_reviews(tag, _changed(tag, edit))


def _changed(tag: StartTag, edit: TagEdit) -> StartTag:
    match edit:
        case AddTag(place, references):
            check_references(references, place)
            return _add(tag, TAG, references)
        case RemoveTag(place, references):
            return _remove(tag, TAG, _known(tag, references, place))
        case ReplaceTag(place, reference, by):
            return _replace(tag, place, reference, by)
        case JoinTags(place, words, by):
            return _join(tag, place, words, by)
        case KeepFirst(place, reference):
            _known(tag, (reference,), place)
            return _rewritten(tag, lambda raw: word_lists.keep_first(raw, reference))
        case RenameAttribute(place, name, by):
            return _rename(tag, place, name, by)
        case SetPageLabel(_, label):
            return _set(tag, PAGE, label)
        case SetOmission(place, references, reason):
            return _set_omission(tag, place, references, reason)
        case MarkReviewed(place, references, True):
            return _add(tag, REVIEWED, _named(tag, references, place))
        case MarkReviewed(_, references, _):
            return _remove(tag, REVIEWED, references)
        case Suppress():
            return _suppress(tag, edit)


def _without_stale_reviews(before: StartTag, after: StartTag) -> StartTag:
    """Return the tag without the reviewed marks of removed references: nobody has reviewed their replacement."""
    gone = {word.casefold() for word in (*_words(before, TAG), *_words(before, OMISSION))}
    gone -= {word.casefold() for word in (*_words(after, TAG), *_words(after, OMISSION))}
    return _remove(after, REVIEWED, gone) if gone else after


def _named(tag: StartTag, references: tuple[str, ...], place: Place) -> tuple[str, ...]:
    """Return the references that can be marked; refuse those that the element neither answers nor omits."""
    named = {word.casefold() for word in (*_words(tag, TAG), *_words(tag, OMISSION))}
    for reference in references:
        if reference.casefold() not in named:
            why = message('the element is not tagged "{reference}"', reference=reference)
            raise EditError(message("cannot mark as reviewed"), place.location, why, message("Tag it first"))
    return references


def _words(tag: StartTag, name: str) -> list[str]:
    attribute = tag.get(name)
    return word_lists.words(attribute.raw) if attribute else []


def _replace(tag: StartTag, place: Place, reference: str, by: str) -> StartTag:
    check_references((by,), place)
    _known(tag, (reference,), place)
    attribute = tag.get(TAG)
    assert attribute is not None  # it names the reference
    others = [word for word in word_lists.words(attribute.raw) if word.casefold() != reference.casefold()]
    if by.casefold() in map(str.casefold, others):
        return _remove(tag, TAG, (reference,))
    return tag.put(TAG, word_lists.swap(attribute.raw, reference, escaped(by, attribute.quote)))


def _join(tag: StartTag, place: Place, words: tuple[str, ...], by: str) -> StartTag:
    check_references((by,), place)
    _known(tag, words, place)
    attribute = tag.get(TAG)
    assert attribute is not None  # it names the words
    new = escaped(by, attribute.quote)
    joined = _rewritten(tag, lambda raw: word_lists.join(raw, words, new))
    return _rewritten(joined, lambda raw: word_lists.keep_first(raw, by))


def _rewritten(tag: StartTag, change: Callable[[str], str]) -> StartTag:
    attribute = tag.get(TAG)
    return tag.put(TAG, change(attribute.raw)) if attribute else tag


def _rename(tag: StartTag, place: Place, name: str, by: str) -> StartTag:
    if tag.get(name) is None or tag.get(by) is not None:
        why = message("the element needs {name}, and must not have {other}", name=name, other=by)
        hint = message("Check the element's attributes again")
        raise EditError(message("cannot rename the attribute"), place.location, why, hint)
    return tag.rename(name, by)


def _set_omission(tag: StartTag, place: Place, references: tuple[str, ...], reason: str) -> StartTag:
    check_references(references, place)
    check_text(reason, place)
    if not references:
        return tag.put(OMISSION, None).put(REASON, None)
    attribute = tag.get(OMISSION)
    wanted = {reference.casefold() for reference in references}
    if attribute:
        unwanted = [word for word in word_lists.words(attribute.raw) if word.casefold() not in wanted]
        tag = tag.put(OMISSION, word_lists.remove(attribute.raw, unwanted))
    return _set(_add(tag, OMISSION, references), REASON, reason or None)


def _suppress(tag: StartTag, edit: Suppress) -> StartTag:
    check_text(edit.reason + edit.owner, edit.place)
    facts = {f"{SUPPRESS}-{name}": said for name, said in suppression_facts(edit).items()}
    new = {rule.casefold() for rule in edit.rules}
    others = [rule for rule in _words(tag, SUPPRESS) if rule.casefold() not in new]
    if others and any((held := tag.get(name)) is None or held.value != said for name, said in facts.items()):
        why = message("{rules} is suppressed there for another reason, owner or day", rules=joined(COMMA, others))
        hint = message("Give the same reason, owner and day, or suppress the finding in the project file")
        raise EditError(message("cannot suppress the finding"), edit.place.location, why, hint)
    tag = _add(tag, SUPPRESS, edit.rules)
    for name, said in facts.items():
        tag = _set(tag, name, said)
    return tag


def suppression_facts(edit: Suppress) -> dict[str, str]:
    """Return the reason, owner and last day of a suppression, by the ends of the names of their attributes."""
    return {"reason": edit.reason, "owner": edit.owner, "until": edit.until}


def _add(tag: StartTag, name: str, references: Iterable[str]) -> StartTag:
    """Return the tag with references added to an attribute, unless it has them."""
    attribute = tag.get(name)
    raw = attribute.raw if attribute else ""
    known = {word.casefold() for word in word_lists.words(raw)}
    new = {reference.casefold(): reference for reference in reversed(tuple(references))}
    added = [reference for key, reference in reversed(new.items()) if key not in known]
    quote = tag.quote(name)
    return tag.put(name, word_lists.add(raw, (escaped(word, quote) for word in added))) if added else tag


def _remove(tag: StartTag, name: str, references: Iterable[str]) -> StartTag:
    """Return the tag without some references; an attribute without any left is removed."""
    attribute = tag.get(name)
    if attribute is None:
        return tag
    raw = word_lists.remove(attribute.raw, references)
    return tag.put(name, raw if word_lists.words(raw) else None)


def _set(tag: StartTag, name: str, value: str | None) -> StartTag:
    attribute = tag.get(name)
    if value is not None and attribute and attribute.value == value:
        return tag
    return tag.put(name, None if value is None else escaped(value, tag.quote(name)))


def _known(tag: StartTag, references: tuple[str, ...], place: Place) -> tuple[str, ...]:
    known = {word.casefold() for word in _words(tag, TAG)}
    for reference in references:
        if reference.casefold() not in known:
            why = message('the element is not tagged "{reference}"', reference=reference)
            hint = message("Check the element's tags again")
            raise EditError(message("cannot remove the tag"), place.location, why, hint)
    return references
