"""Reads one Base64 message a line; answers with the sender addresses that Python's email package sees, as JSON."""

import base64
import email
import email.policy
import email.utils
import json
import sys

IDENTITIES = ("from", "sender", "resent-from", "resent-sender")


def compat32(message):
    parsed = email.message_from_bytes(message)
    texts = [str(text) for name in IDENTITIES for text in parsed.get_all(name, [])]
    return [address for _, address in email.utils.getaddresses(texts)]


def modern(message):
    parsed = email.message_from_bytes(message, policy=email.policy.default)
    headers = [header for name in IDENTITIES for header in parsed.get_all(name, [])]
    return [address.addr_spec for header in headers for address in header.addresses]


def seen(reader, message):
    """A reader that fails on a message (this package has such faults) shows no address of it."""
    try:
        return {"addresses": reader(message), "failure": None}
    except Exception as failure:  # whatever it fails with, the next message must still be read
        return {"addresses": [], "failure": repr(failure)}


for line in sys.stdin:
    raw = base64.b64decode(line)
    print(json.dumps({"compat32": seen(compat32, raw), "modern": seen(modern, raw)}), flush=True)
