"""Which ciphers TLS 1.2 may use: those with forward secrecy and authentication.

TLS 1.3 has no others. See https://datatracker.ietf.org/doc/html/rfc9325#section-4.2.
"""

CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20:DHE+AESGCM:!aNULL"
"""In OpenSSL's words."""
