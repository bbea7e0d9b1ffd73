"""Every target, by its name."""

from tests.fuzzing.door_targets import DOOR_TARGETS
from tests.fuzzing.file_targets import FILE_TARGETS
from tests.fuzzing.hostile_server import SESSION_TARGET
from tests.fuzzing.target import Target
from tests.fuzzing.wire_targets import WIRE_TARGETS
from tests.fuzzing.world.world_target import WORLD_TARGET

TARGETS: tuple[Target, ...] = (
    *WIRE_TARGETS,
    *DOOR_TARGETS,
    *FILE_TARGETS,
    SESSION_TARGET,
    WORLD_TARGET,
)


def target_named(name: str) -> Target:
    """Give the target of this name."""
    return next(each for each in TARGETS if each.name == name)
