import pytest

from tools.marked_part import replace_part


def test_the_part_between_the_markers_is_replaced():
    page = "Before. <a>old</a> After."

    assert replace_part(page, "<a>", "</a>", "<a>new</a>") == (
        "Before. <a>new</a> After."
    )


@pytest.mark.parametrize("page", ["", "<a>", "</a>", "</a> <a>"])
def test_a_page_without_both_markers_is_refused(page):
    with pytest.raises(ValueError, match="lacks the markers"):
        replace_part(page, "<a>", "</a>", "new")
