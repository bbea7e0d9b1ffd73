"""The chatapp server: IRCv3 on socketserver.ThreadingTCPServer."""
