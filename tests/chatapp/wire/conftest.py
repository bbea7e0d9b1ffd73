from hypothesis import settings

# A busy machine is no fault of the code, and examples are not kept in the tree.
settings.register_profile("wire", deadline=None, database=None)
settings.load_profile("wire")
