from chatapp.controllers.reading.own_mentions import (
    OwnMentionsController,
    OwnMentionsView,
)
from chatapp.models.events import NickChanged


def test_the_transcript_knows_what_one_is_called_now(mocker, network, bus):
    view = mocker.create_autospec(OwnMentionsView, instance=True)

    OwnMentionsController(view, network, bus)
    bus.publish(NickChanged("Kofi", "Kofi_2"))

    assert [call.args for call in view.show_own_name.call_args_list] == [
        ("Kofi",),
        ("Kofi_2",),
    ]
