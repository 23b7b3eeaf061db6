"""Reads one message from standard input; answers with what Python's email package sees of its report, as JSON."""

import email
import email.policy
import json
import sys

message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
human, status, returned = message.get_payload()
print(
    json.dumps(
        {
            "type": message.get_content_type(),
            "reportType": message.get_param("report-type"),
            "defects": [repr(defect) for part in message.walk() for defect in part.defects],
            "text": human.get_content(),
            "statusType": status.get_content_type(),
            "groups": [[[name, str(value)] for name, value in group.items()] for group in status.get_payload()],
            "returnedType": returned.get_content_type(),
            "returned": (
                returned.get_payload(0).as_bytes()
                if returned.get_content_type() == "message/rfc822"
                else returned.get_payload(decode=True)
            ).decode("utf-8"),
        }
    )
)
