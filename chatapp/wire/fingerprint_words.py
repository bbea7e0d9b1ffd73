"""The words in which people compare fingerprints: one for each value of a byte."""

_TEXT = """
acorn actor album amber anchor ankle anvil apple apron arch arrow atlas attic autumn
award axle bacon badge bagel baker balcony bamboo banana banjo barley barn barrel
basket beach beacon beard beaver bell bench berry bishop blanket blossom bonfire
bottle boulder branch bread brick bridge broom bubble bucket butter button cabin
cactus camel candle canoe canyon captain carpet carrot castle cedar cellar chalk
cherry chimney circus clay clock cloud clover coast cobweb coffee comet compass copper
coral corner cotton cousin cradle crane crayon cricket crown crystal cushion daisy
dance desert diamond dinner dolphin donkey dragon drawer drum eagle earring echo
eclipse elbow elephant ember engine envelope falcon feather fence ferry fiddle finger
flame flute fog forest fossil fountain fox galaxy garden garlic ghost giant ginger
giraffe glacier glove goblet goose granite grape guitar hammer hammock harbor harvest
hazel hedge helmet heron hockey honey horizon hotel iceberg igloo insect island ivory
jacket jaguar jasmine jelly jigsaw jungle kayak kettle kitchen kitten ladder lagoon
lantern lavender lemon library lizard lobster lotus magnet magpie mango maple marble
meadow melon mirror mitten monkey mosaic mountain muffin museum mushroom napkin
necklace needle nutmeg oasis ocean olive onion orbit orchard ostrich otter oyster
paddle palace panda parrot peach pebble pelican pencil pepper piano pillow pilot
pirate planet plum pocket pond prairie puppet puzzle pyramid quartz quilt rabbit radio
raisin raven ribbon river robot rocket saddle sailor salmon sandal saturn scarf school
shadow shovel spider spoon stable summit swan tiger timber tulip turnip velvet violin
wagon walnut walrus whale window yogurt zebra zipper
"""

FINGERPRINT_WORDS = tuple(_TEXT.split())
