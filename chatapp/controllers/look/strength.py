"""How far the colours of a palette stand apart, for each choice of contrast."""

from dataclasses import dataclass

from chatapp.models.settings.choices import Contrast

TEXT_CONTRAST = 4.5


@dataclass(frozen=True, slots=True)
class Strength:
    """What a palette has to reach, as ratios of WCAG; ranges are of lightness.

    `step` is by how much surfaces differ more than usual. The fills of the dark have
    at least the luminance `pastel`; grounds that are tinted go no further than
    `washes`, dark and light. Where `border` is not 0, lines have that contrast.
    """

    body: float = 7.0
    text: float = TEXT_CONTRAST
    mark: float = 3.0
    border: float = 0.0
    step: float = 1.0
    # ttkbootstrap labels a fill black once white has less than 2.3:1 on it.
    pastel: float = 0.415
    washes: tuple[float, float] = (0.036, 0.74)
    dark: tuple[float, float] = (0.085, 0.12)
    light: tuple[float, float] = (0.976, 0.991)
    ink: tuple[float, float] = (0.93, 0.14)
    always_light: bool = False


STRENGTHS = {
    Contrast.USUAL: Strength(),
    Contrast.HIGH: Strength(
        body=12.0,
        text=7.0,
        mark=4.5,
        border=4.5,
        pastel=0.56,
        washes=(0.02, 0.78),
        dark=(0.0, 0.02),
        light=(0.996, 1.0),
        ink=(1.0, 0.0),
    ),
    # What is projected loses its darkest and its lightest shades to the room's light.
    Contrast.PROJECTOR: Strength(
        body=11.0,
        text=6.0,
        mark=4.5,
        border=3.0,
        step=2.2,
        washes=(0.036, 0.72),
        light=(0.994, 1.0),
        ink=(1.0, 0.04),
        always_light=True,
    ),
}
