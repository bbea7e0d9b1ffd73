from tests.chatapp.views.messages import message, messages
from tests.chatapp.views.transcript_stage import go_to, in_the_middle, line_of


def test_the_end_stays_in_view_while_one_is_there(transcript, settle):
    transcript.splice(0, 0, messages(100))
    transcript.scroll_to_end()
    settle()

    transcript.splice(100, 100, messages(20, 100))
    settle()

    assert transcript.text.yview()[1] == 1.0


def test_the_end_is_known_also_before_tk_has_measured_every_line(transcript, settle):
    told = []
    transcript.splice(0, 0, messages(6))
    transcript.scroll_to_end()
    settle()
    transcript.on_end = told.append

    transcript.splice(0, 6, messages(200, 6))
    settle()

    assert told == []


def test_what_one_reads_does_not_move_when_something_is_said(transcript, settle):
    transcript.splice(0, 0, messages(100))
    settle()
    go_to(transcript, 0.5, settle)
    words = in_the_middle(transcript)
    before = line_of(transcript, words)

    transcript.splice(100, 100, messages(20, 100))
    settle()

    assert line_of(transcript, words) == before


def test_what_one_reads_does_not_move_when_older_messages_come(transcript, settle):
    transcript.splice(0, 0, messages(100, 1000))
    settle()
    go_to(transcript, 0.02, settle)
    words = in_the_middle(transcript)
    before = line_of(transcript, words)

    transcript.splice(0, 0, messages(100, 900))
    settle()

    assert line_of(transcript, words) == before


def test_what_one_reads_does_not_move_when_the_oldest_go(transcript, settle):
    transcript.splice(0, 0, messages(100))
    settle()
    go_to(transcript, 0.6, settle)
    words = in_the_middle(transcript)
    before = line_of(transcript, words)

    transcript.splice(0, 30, [])
    settle()

    assert line_of(transcript, words) == before


def test_what_one_reads_does_not_move_when_a_row_above_grows(transcript, settle):
    transcript.splice(0, 0, messages(60))
    settle()
    go_to(transcript, 0.5, settle)
    words = in_the_middle(transcript)
    before = line_of(transcript, words)

    transcript.splice(3, 4, [message(3, "long words " * 80)])
    settle()

    assert line_of(transcript, words) == before


def test_the_end_is_told_when_one_leaves_it_and_comes_back(transcript, settle):
    told = []
    transcript.on_end = told.append
    transcript.splice(0, 0, messages(100))
    transcript.scroll_to_end()
    settle()

    go_to(transcript, 0.3, settle)
    transcript.scroll_to_end()
    settle()

    assert told[-2:] == [False, True]


def test_older_messages_are_asked_for_near_the_top(transcript, settle):
    asked = []
    transcript.on_older = lambda: asked.append("older")
    transcript.splice(0, 0, messages(200))
    transcript.scroll_to_end()
    settle()
    asked.clear()

    go_to(transcript, 0.0, settle)

    assert asked == ["older"]


def test_a_smaller_window_still_shows_the_end(transcript, place, settle):
    transcript.splice(0, 0, messages(100))
    transcript.scroll_to_end()
    settle()

    place.geometry("500x400")
    settle()
    settle()

    assert transcript.text.yview()[1] == 1.0


def test_what_follows_a_part_from_far_back_does_not_carry_the_reader_along(
    transcript, settle
):
    transcript.on_end = lambda _sees_end: False  # more follows, which is not here yet
    transcript.splice(0, 0, messages(100))
    go_to(transcript, 0.0, settle)
    go_to(transcript, 1.0, settle)
    before = transcript.rows.at("@0,0").message.key

    transcript.splice(100, 100, messages(60, start=100))
    settle()

    assert transcript.rows.at("@0,0").message.key == before


def test_who_is_brought_to_the_end_follows_it(transcript, settle):
    transcript.on_end = lambda _sees_end: False
    transcript.splice(0, 0, messages(100))
    go_to(transcript, 0.0, settle)
    go_to(transcript, 1.0, settle)
    transcript.on_end = lambda sees_end: sees_end

    transcript.scroll_to_end()
    transcript.splice(100, 100, messages(60, start=100))
    settle()

    assert transcript.text.dlineinfo("end-1c") is not None
