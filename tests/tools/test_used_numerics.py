from pathlib import Path

import server
from server.reply_texts import TEXTS
from tools.used_numerics import used_numerics


def test_names_are_found_however_they_are_imported(tmp_path):
    (tmp_path / "one.py").write_text("context.reply(n.RPL_TOPIC, 'x')\n")
    (tmp_path / "two.py").write_text("raise Refused(ERR_NOTREGISTERED)\n")
    (tmp_path / "reply_texts.py").write_text("TEXTS = {n.RPL_AWAY: ''}\n")

    assert used_numerics(tmp_path) == [
        ("332", "RPL_TOPIC"),
        ("451", "ERR_NOTREGISTERED"),
    ]


def test_no_sentence_is_kept_that_nobody_is_told():
    used = {number for number, _ in used_numerics(Path(server.__file__).parent)}

    assert TEXTS.keys() - used == set()
