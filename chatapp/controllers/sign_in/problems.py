"""What a failed sign-in leads to: the field it is said at, and what happens next."""

from chatapp.models.entities import Field
from chatapp.models.events import Problem

FIELD_OF_PROBLEM: dict[Problem, Field] = {
    Problem.NO_ANSWER: Field.ADDRESS,
    Problem.UNKNOWN_HOST: Field.ADDRESS,
    Problem.UNREACHABLE: Field.ADDRESS,
    Problem.TIMED_OUT: Field.ADDRESS,
    Problem.NAME_NOT_FOUND_IN_TIME: Field.ADDRESS,
    Problem.SILENT: Field.PORT,
    Problem.NOT_A_CHAT_SERVER: Field.PORT,
    Problem.NO_TLS: Field.PORT,
    Problem.CERTIFICATE_CHANGED: Field.ADDRESS,
    Problem.CERTIFICATE_UNKNOWN: Field.ADDRESS,
    Problem.PASSWORD_IN_PLAIN: Field.ADDRESS,
    Problem.NICK_TAKEN: Field.USERNAME,
    Problem.NICK_OWNED: Field.USERNAME,
    Problem.NICK_ALIKE: Field.USERNAME,
    Problem.NICK_REFUSED: Field.USERNAME,
    Problem.PASSWORD_NEEDED: Field.PASSWORD,
    Problem.PASSWORD_WRONG: Field.PASSWORD,
    Problem.INVITATION_NEEDED: Field.ADDRESS,
    Problem.INVITATION_REFUSED: Field.ADDRESS,
}
ASK_PASSWORD = frozenset({Problem.PASSWORD_NEEDED, Problem.PASSWORD_WRONG})
MAY_PASS = frozenset(
    {
        Problem.NO_ANSWER,
        Problem.UNKNOWN_HOST,
        Problem.UNREACHABLE,
        Problem.TIMED_OUT,
        Problem.NAME_NOT_FOUND_IN_TIME,
        Problem.SILENT,
        Problem.LOST,
    }
)
