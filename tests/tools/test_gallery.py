from PIL import Image

from tools import gallery


def test_a_view_is_opened_as_a_person_does_and_its_picture_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(gallery, "FOLDER", tmp_path)
    monkeypatch.setattr(gallery, "PALETTES", {"light": "indigo-puffin"})

    assert gallery.main(["--size", "632x480", "switcher"]) == 0

    [path] = tmp_path.glob("*.png")
    with Image.open(path) as picture:
        assert path.name == "switcher-light.png"
        assert picture.size == (632, 480)
        assert len(picture.getcolors(632 * 480)) > 100


def test_every_view_has_a_name_of_its_own():
    names = [view.name for view in (*gallery.SIGN_IN, *gallery.VIEWS, *gallery.OFFLINE)]

    assert len(set(names)) == len(names)
