import { integerOf, rowOf, type SqlConnection } from './sql.ts'

/**
 * Each entry brings the schema from the version before it (its index) to the next. Never edit one that was released:
 * add another. `user_version` says how many were applied.
 */
export const migrations: readonly string[] = [
  `
  -- id: 41 bits of milliseconds and 12 of a counter (message-id.ts): newest last, so inserts append.
  -- recipients: JSON list of addresses, as given. recipient_states: JSON list in the same order, or null while
  -- all of them are where the message is: most messages never need it.
  -- next_attempt_at is null unless the courier may claim the message.
  CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    state TEXT NOT NULL,
    hold_reason TEXT,
    user TEXT NOT NULL,
    login TEXT NOT NULL,
    mail_from TEXT NOT NULL,
    recipients TEXT NOT NULL,
    recipient_states TEXT,
    subject TEXT NOT NULL,
    identities TEXT NOT NULL,
    priority INTEGER NOT NULL,
    smtp_utf8 INTEGER NOT NULL,
    eight_bit_mime INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    header_bytes INTEGER NOT NULL,
    queued_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    next_attempt_at INTEGER,
    attempts INTEGER NOT NULL,
    reply TEXT NOT NULL
  );
  CREATE INDEX message_due ON message (user, priority, next_attempt_at) WHERE next_attempt_at IS NOT NULL;
  CREATE INDEX message_in_queue ON message (state) WHERE state <> 'sent';

  CREATE TABLE body_chunk (
    message INTEGER NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (message, number)
  ) WITHOUT ROWID;

  -- messages whose chunks are coming in and that nobody has been told are safe
  CREATE TABLE receiving (message INTEGER PRIMARY KEY);

  CREATE TABLE attempt (
    message INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    stage TEXT NOT NULL,
    reply TEXT NOT NULL,
    PRIMARY KEY (message, number)
  ) WITHOUT ROWID;

  CREATE TABLE user_pause (
    user TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    next_try_at INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE refusal (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    login TEXT,
    user TEXT,
    reason TEXT NOT NULL,
    identity TEXT,
    address TEXT,
    reply TEXT NOT NULL
  );
  CREATE INDEX refusal_by_age ON refusal (at);

  CREATE TABLE alert (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    login TEXT,
    user TEXT,
    about TEXT NOT NULL,
    count INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    state TEXT NOT NULL
  );
  CREATE INDEX alert_by_age ON alert (last_at);

  -- how often something happened on a local day (YYYY-MM-DD)
  CREATE TABLE tally (
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, what)
  ) WITHOUT ROWID;
  `,
  `
  -- reason: which of its kind's causes; note: why it could not be told as it should be
  ALTER TABLE alert ADD COLUMN reason TEXT;
  ALTER TABLE alert ADD COLUMN note TEXT;

  -- how many of an alert's repeats each channel (desktop, mail) has told, and when last
  CREATE TABLE alert_told (
    alert INTEGER NOT NULL,
    channel TEXT NOT NULL,
    count INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (alert, channel)
  ) WITHOUT ROWID;

  -- when each channel last had its daily digest
  CREATE TABLE alert_digest (channel TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;

  -- one row while a relay works on this data, with its last sign of life: found at a start, it tells of a sudden end
  CREATE TABLE relay_run (only_one INTEGER PRIMARY KEY CHECK (only_one = 1), alive_at INTEGER NOT NULL);
  `,
  `
  -- what the sender asked to be told about delivery (RFC 3461), JSON (domain/dsn-request.ts); null: nothing
  ALTER TABLE message ADD COLUMN dsn TEXT;
  `,
  `
  -- what a sender may have to be told (owed-notices.ts): written with the outcome, gone with the notice.
  -- recipients: JSON; folded: 1 when it is told together with others
  CREATE TABLE notice_owed (
    id INTEGER PRIMARY KEY,
    message INTEGER NOT NULL,
    user TEXT NOT NULL,
    sender TEXT NOT NULL,
    kind TEXT NOT NULL,
    recipients TEXT NOT NULL,
    at INTEGER NOT NULL,
    folded INTEGER NOT NULL
  );
  CREATE INDEX notice_by_sender ON notice_owed (folded, user, sender);

  -- messages whose sender asked to hear of delays and hasn't yet
  CREATE TABLE delay_wish (message INTEGER PRIMARY KEY);

  -- how many notices a sender had within an hour that began then
  CREATE TABLE notice_window (
    user TEXT NOT NULL,
    sender TEXT NOT NULL,
    since INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (user, sender)
  ) WITHOUT ROWID;
  `,
  `
  -- what people, commands and rules did to a message: attempts aside, its life in the journal
  CREATE TABLE message_action (
    message INTEGER NOT NULL,
    at INTEGER NOT NULL,
    action TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (message, at, action)
  ) WITHOUT ROWID;

  -- refusals get numbers of the same kind as messages (message-id.ts), so that both sort by time together
  UPDATE refusal SET id = (at - 1577836800000) * 4096 + id % 4096;
  DROP INDEX refusal_by_age;

  -- the journal's search index (journal/search-index.ts). blocks: first numbers, doubles. masks: bit by bit, which
  -- of the chapter's 256 blocks have it
  CREATE TABLE search_chapter (
    number INTEGER PRIMARY KEY,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    blocks BLOB NOT NULL
  );
  CREATE TABLE search_page (
    chapter INTEGER NOT NULL,
    page INTEGER NOT NULL,
    masks BLOB NOT NULL,
    PRIMARY KEY (chapter, page)
  ) WITHOUT ROWID;
  -- messages that changed after they were indexed
  CREATE TABLE search_touched (number INTEGER PRIMARY KEY);
  `,
  `
  -- until when what is old was removed (retention-clock.ts): never far ahead of the time that really passed
  CREATE TABLE retention_clock (only_one INTEGER PRIMARY KEY CHECK (only_one = 1), trusted_at INTEGER NOT NULL);
  `,
  `
  -- what is kept of each limited user's pace between two starts (relay/domain/pace.ts)
  CREATE TABLE user_pace (
    user TEXT PRIMARY KEY,
    tokens REAL NOT NULL,
    part REAL NOT NULL,
    learned REAL,
    at INTEGER NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  -- when each sign-in was last used (journal/last-times.ts)
  CREATE TABLE login_seen (login TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  `,
  `
  -- when the server took a message of each user last (journal/last-times.ts)
  CREATE TABLE user_delivered (user TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO user_delivered SELECT user, max(changed_at) FROM message WHERE state = 'sent' GROUP BY user;
  `,
  `
  -- refusals that a relay of version 5 or 6 numbered from 1 on: they would count as those of the year 2020
  UPDATE refusal SET id = (at - 1577836800000) * 4096 + id % 4096 WHERE id < 4096000000;
  `,
  `
  -- what was found damaged, until people are told (damage.ts). what: message or database
  CREATE TABLE damage (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, what TEXT NOT NULL, user TEXT, about TEXT NOT NULL);
  `,
  `
  -- the header of a message that was passed on and whose bytes are gone; null: it is read from the queue
  ALTER TABLE notice_owed ADD COLUMN header BLOB;
  `,
  `
  -- the search index is made anew, little by little: it told capitals beyond A to Z from small letters
  DELETE FROM search_chapter;
  DELETE FROM search_page;
  DELETE FROM search_touched;
  `,
]

/** The schema version of a database file; 0 for a new one. */
export function schemaVersion(connection: SqlConnection): number {
  return integerOf(rowOf(connection.prepare('PRAGMA user_version').get()), 'user_version')
}

/** Brings the schema up to date, each step in a transaction of its own with its version number. */
export function migrate(connection: SqlConnection, steps: readonly string[] = migrations): void {
  for (let version = schemaVersion(connection); version < steps.length; version++) {
    connection.exec(`BEGIN IMMEDIATE; ${steps[version]}; PRAGMA user_version = ${version + 1}; COMMIT`)
  }
}
