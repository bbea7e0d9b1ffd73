"""How often others' programs get an answer."""

from chatapp.models.session.replies import ReplyAllowance


def test_a_few_answers_are_given_at_once_and_no_more(fake_time):
    allowance = ReplyAllowance(fake_time.now)

    assert [allowance.take() for _ in range(5)] == [True, True, True, False, False]


def test_later_there_are_answers_again(fake_time):
    allowance = ReplyAllowance(fake_time.now)
    for _ in range(5):
        allowance.take()

    fake_time.pass_by(10)

    assert allowance.take()
