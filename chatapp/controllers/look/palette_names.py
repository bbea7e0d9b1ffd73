"""The names of palettes: a word for the hue, and an animal for the rest.

Animals of the night name dark palettes, animals of the day light ones, so that a name
such as "teal-otter" stands for everything that is to be seen.
"""

from dataclasses import dataclass

from chatapp.controllers.writing.near_misses import closest
from chatapp.language import gettext as _

# In steps of 7.5 degrees round the wheel, from red on.
_HUE_WORDS = """
    red scarlet vermilion copper orange amber honey gold lemon citron olive lime
    pear moss fern leaf green clover basil emerald jade mint spruce turquoise
    teal cyan lagoon sky azure cobalt blue sapphire ultramarine indigo iris
    violet amethyst purple grape plum orchid magenta fuchsia peony pink rose
    raspberry crimson
"""
_NIGHT_WORDS = """
    aardvark aardwolf agouti armadillo axolotl badger bandicoot barracuda bat
    bear beaver bilby binturong boa bobcat bullfrog bushbaby caiman capybara
    caracal cat catfish chinchilla civet colugo cougar coyote crab cricket
    crocodile cuscus cuttlefish dingo dormouse eel ermine fennec ferret firefly
    fisher fossa fox frogmouth galago gecko genet glowworm hamster hare hedgehog
    heron hyena jackal jaguar jerboa kakapo katydid kinkajou kiwi koala kodkod
    lemming leopard lion lobster loris lynx margay marten mink mole moose moth
    mouse muskrat newt nightjar numbat ocelot octopus okapi olm opossum otter
    owl pademelon panda pangolin panther platypus polecat porcupine possum potoo
    puma quokka quoll rabbit raccoon ringtail salamander serval skunk sloth
    stoat tapir tarsier tenrec tiger toad tuatara vole wallaby weasel wildcat
    wolf wolverine wombat woodcock
"""
_DAY_WORDS = """
    albatross alpaca antelope avocet barbet bee bison blackbird bluebird bonobo
    bullfinch bunting bustard butterfly buzzard camel canary cardinal chamois
    cheetah chickadee cicada cockatoo condor coot cormorant cow crane crow
    cuckoo curlew deer dolphin donkey dove dragonfly duck dunnock eagle egret
    eider elephant elk emu falcon finch flamingo gannet gazelle gibbon giraffe
    goat goldfinch goose gopher gorilla goshawk grebe grouse gull hawk hoopoe
    hornbill horse hummingbird ibex ibis iguana jackdaw jay kestrel kingfisher
    kite ladybird lapwing lark lemur linnet lizard llama macaque macaw magpie
    mallard manatee mandrill marmoset marmot martin meerkat mongoose nuthatch
    oriole osprey ostrich parrot partridge peacock pelican penguin petrel
    pheasant pigeon pipit plover pony puffin quail raven redpoll reindeer robin
    rook sandpiper seal sheep siskin skylark sparrow squirrel starling stork
    swallow swan swift tamarin tern thrush tortoise toucan turtle wagtail walrus
    warbler waxwing whale wren yak zebra
"""
HUES = tuple(_HUE_WORDS.split())
NIGHT = tuple(_NIGHT_WORDS.split())
DAY = tuple(_DAY_WORDS.split())
# A far-fetched name is better than none.
_LIKENESS = 0.6


class UnknownPalette(ValueError):
    """Somebody asked for a palette by a name that none has; it says so kindly."""


@dataclass(frozen=True, slots=True)
class PaletteName:
    """A palette's two words."""

    hue: str
    animal: str

    def __str__(self) -> str:
        return f"{self.hue}-{self.animal}"

    @property
    def dark(self) -> bool:
        """Whether the palette is a dark one."""
        return self.animal in NIGHT

    @property
    def turn(self) -> float:
        """Where its hue stands on the colour wheel, in turns."""
        return HUES.index(self.hue) / len(HUES)


def parse_name(text: str) -> PaletteName:
    """Read a palette's name as people type it.

    Raises:
        UnknownPalette: There is no such palette; the message tells what comes closest.
    """
    words = text.lower().replace("_", " ").replace("-", " ").split()
    if len(words) == 2 and words[1] in HUES:
        words.reverse()
    if len(words) == 2 and words[0] in HUES and words[1] in (*NIGHT, *DAY):
        return PaletteName(*words)
    raise UnknownPalette(
        _(
            "There is no palette named “{name}”. A name is a colour and an animal, for"
            " example {closest}."
        ).format(name=text.strip(), closest=_closest(words))
    )


def _closest(words: list[str]) -> PaletteName:
    """Offer the name that was most likely meant."""
    hues = (closest(word, HUES, _LIKENESS) for word in words)
    animals = (closest(word, (*NIGHT, *DAY), _LIKENESS) for word in reversed(words))
    return PaletteName(
        next(filter(None, hues), "teal"), next(filter(None, animals), "otter")
    )
