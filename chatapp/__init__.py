"""chatapp: a desktop chat whose wire is IRCv3."""
