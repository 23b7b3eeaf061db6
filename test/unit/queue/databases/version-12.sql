-- schema version 12, as the relay of 6ddee75 wrote it before it was killed
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
  , dsn TEXT);
CREATE INDEX message_due ON message (user, priority, next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX message_in_queue ON message (state) WHERE state <> 'sent';
CREATE TABLE body_chunk (
  message INTEGER NOT NULL,
  number INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (message, number)
) WITHOUT ROWID;
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
  , reason TEXT, note TEXT);
CREATE INDEX alert_by_age ON alert (last_at);
CREATE TABLE tally (
  day TEXT NOT NULL,
  what TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, what)
) WITHOUT ROWID;
CREATE TABLE alert_told (
  alert INTEGER NOT NULL,
  channel TEXT NOT NULL,
  count INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (alert, channel)
) WITHOUT ROWID;
CREATE TABLE alert_digest (channel TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE relay_run (only_one INTEGER PRIMARY KEY CHECK (only_one = 1), alive_at INTEGER NOT NULL);
CREATE TABLE notice_owed (
  id INTEGER PRIMARY KEY,
  message INTEGER NOT NULL,
  user TEXT NOT NULL,
  sender TEXT NOT NULL,
  kind TEXT NOT NULL,
  recipients TEXT NOT NULL,
  at INTEGER NOT NULL,
  folded INTEGER NOT NULL
  , header BLOB);
CREATE INDEX notice_by_sender ON notice_owed (folded, user, sender);
CREATE TABLE delay_wish (message INTEGER PRIMARY KEY);
CREATE TABLE notice_window (
  user TEXT NOT NULL,
  sender TEXT NOT NULL,
  since INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (user, sender)
) WITHOUT ROWID;
CREATE TABLE message_action (
  message INTEGER NOT NULL,
  at INTEGER NOT NULL,
  action TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (message, at, action)
) WITHOUT ROWID;
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
CREATE TABLE search_touched (number INTEGER PRIMARY KEY);
CREATE TABLE retention_clock (only_one INTEGER PRIMARY KEY CHECK (only_one = 1), trusted_at INTEGER NOT NULL);
CREATE TABLE user_pace (
  user TEXT PRIMARY KEY,
  tokens REAL NOT NULL,
  part REAL NOT NULL,
  learned REAL,
  at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE login_seen (login TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE user_delivered (user TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE damage (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, what TEXT NOT NULL, user TEXT, about TEXT NOT NULL);
INSERT INTO message VALUES (797102915585047, 'sent', NULL, 'office', 'accounting', 'info@firm.example', '["ann@customer.example"]', NULL, 'sent', '["mail-from:info@firm.example","header-from:info@firm.example"]', 3, 0, 0, 61, 42, 1772442008000, 1772442012000, NULL, 1, '250 2.0.0 queued as 4711', NULL);
INSERT INTO message VALUES (797102952449970, 'failed', NULL, 'office', 'accounting', 'info@firm.example', '["ann@customer.example"]', '[{"state":"failed","reply":"550 5.1.1 no such user"}]', 'failed', '["mail-from:info@firm.example","header-from:info@firm.example"]', 3, 0, 0, 65, 44, 1772442015000, 1772442019000, NULL, 1, '550 5.1.1 no such user', NULL);
INSERT INTO message VALUES (797102981121795, 'waiting', NULL, 'office', 'accounting', 'info@firm.example', '["ann@customer.example"]', NULL, 'deferred', '["mail-from:info@firm.example","header-from:info@firm.example"]', 3, 0, 0, 69, 46, 1772442022000, 1772442026000, 1772445603000, 1, '451 4.3.0 later', NULL);
INSERT INTO message VALUES (797103009792036, 'waiting', NULL, 'office', 'accounting', 'info@firm.example', '["ann@customer.example","bob@customer.example","cleo@customer.example"]', '[{"state":"delivered","reply":"250 2.0.0 ok"},{"state":"failed","reply":"550 5.1.1 no bob"},{"state":"pending","reply":"452 4.2.2 mailbox full"}]', 'partly', '["mail-from:info@firm.example","header-from:info@firm.example"]', 3, 0, 0, 65, 44, 1772442029000, 1772442033000, 1772445603000, 1, '452 4.2.2 mailbox full', NULL);
INSERT INTO message VALUES (797103038465665, 'uncertain', NULL, 'office', 'accounting', 'info@firm.example', '["ann@customer.example"]', '[{"state":"uncertain","reply":""}]', 'uncertain', '["mail-from:info@firm.example","header-from:info@firm.example"]', 3, 0, 0, 71, 47, 1772442036000, 1772442040000, 1772445603000, 1, '', NULL);
INSERT INTO message VALUES (797103067136138, 'held', 'by-hand', 'office', 'accounting', 'info@firm.example', '["ann@customer.example"]', NULL, 'held by hand', '["mail-from:info@firm.example","header-from:info@firm.example"]', 3, 0, 0, 77, 50, 1772442043000, 1772442045000, NULL, 0, '', NULL);
INSERT INTO message VALUES (797103087617657, 'held', 'sender-not-authorized', 'office', 'accounting', 'old@firm.example', '["ann@customer.example"]', NULL, 'no longer authorized', '["mail-from:old@firm.example","header-from:old@firm.example"]', 3, 0, 0, 93, 58, 1772442048000, 1772442050000, NULL, 0, '', NULL);
INSERT INTO message VALUES (797103108096377, 'held', 'user-inactive', 'shop', 'website', 'info@firm.example', '["ann@customer.example"]', NULL, 'inactive', '["mail-from:info@firm.example","header-from:info@firm.example"]', 3, 0, 0, 69, 46, 1772442053000, 1772442055000, NULL, 0, '', NULL);
INSERT INTO message VALUES (797103128576808, 'waiting', NULL, 'office', 'accounting', 'info@firm.example', '["ann@customer.example"]', NULL, 'large', '["mail-from:info@firm.example","header-from:info@firm.example"]', 5, 0, 0, 306043, 43, 1772442059000, 1772442059000, 1772442059000, 0, '', NULL);
INSERT INTO message VALUES (797103149057777, 'waiting', NULL, 'office', 'accounting', '', '["zoë@customer.example","ann@customer.example"]', NULL, 'Città', '["mail-from:info@firm.example","header-from:info@firm.example"]', 3, 1, 1, 70, 44, 1772442063000, 1772442063000, 1772442063000, 0, '', '{"ret":"HDRS","envid":"QQ314159","recipients":[{"notify":["FAILURE","DELAY"],"orcpt":"utf-8;zoë@customer.example"},{"notify":null,"orcpt":null}]}');
INSERT INTO message VALUES (797103165440402, 'sending', NULL, 'office', 'accounting', 'info@firm.example', '["ann@customer.example"]', NULL, 'sending', '["mail-from:info@firm.example","header-from:info@firm.example"]', 1, 0, 0, 67, 45, 1772442067000, 1772442074000, NULL, 0, '', NULL);
INSERT INTO message VALUES (797103185920569, 'deleted', NULL, 'office', 'accounting', 'info@firm.example', '["ann@customer.example"]', NULL, 'deleted', '["mail-from:info@firm.example","header-from:info@firm.example"]', 3, 0, 0, 67, 45, 1772442072000, 1772442075000, NULL, 0, '', NULL);
INSERT INTO body_chunk VALUES (797102952449970, 0, X'46726f6d3a20696e666f406669726d2e6578616d706c650d0a5375626a6563743a206661696c65640d0a0d0a506c65617365207061793a206661696c65642e0d0a');
INSERT INTO body_chunk VALUES (797102981121795, 0, X'46726f6d3a20696e666f406669726d2e6578616d706c650d0a5375626a6563743a2064656665727265640d0a0d0a506c65617365207061793a2064656665727265642e0d0a');
INSERT INTO body_chunk VALUES (797103009792036, 0, X'46726f6d3a20696e666f406669726d2e6578616d706c650d0a5375626a6563743a20706172746c790d0a0d0a506c65617365207061793a20706172746c792e0d0a');
INSERT INTO body_chunk VALUES (797103038465665, 0, X'46726f6d3a20696e666f406669726d2e6578616d706c650d0a5375626a6563743a20756e6365727461696e0d0a0d0a506c65617365207061793a20756e6365727461696e2e0d0a');
INSERT INTO body_chunk VALUES (797103067136138, 0, X'46726f6d3a20696e666f406669726d2e6578616d706c650d0a5375626a6563743a2068656c642062792068616e640d0a0d0a506c65617365207061793a2068656c642062792068616e642e0d0a');
INSERT INTO body_chunk VALUES (797103087617657, 0, X'46726f6d3a20696e666f406669726d2e6578616d706c650d0a5375626a6563743a206e6f206c6f6e67657220617574686f72697a65640d0a0d0a506c65617365207061793a206e6f206c6f6e67657220617574686f72697a65642e0d0a');
INSERT INTO body_chunk VALUES (797103108096377, 0, X'46726f6d3a20696e666f406669726d2e6578616d706c650d0a5375626a6563743a20696e6163746976650d0a0d0a506c65617365207061793a20696e6163746976652e0d0a');
INSERT INTO body_chunk VALUES (797103128576808, 0, CAST(X'46726f6d3a20696e666f406669726d2e6578616d706c650d0a5375626a6563743a206c617267650d0a0d0a' || replace(hex(zeroblob(11562)), '00', CAST(X'3031323334353637383961626364650d0a' AS TEXT)) || X'3031323334353637383961' AS BLOB));
INSERT INTO body_chunk VALUES (797103128576808, 1, CAST(X'626364650d0a' || replace(hex(zeroblob(6437)), '00', CAST(X'3031323334353637383961626364650d0a' AS TEXT)) AS BLOB));
INSERT INTO body_chunk VALUES (797103149057777, 0, X'46726f6d3a20696e666f406669726d2e6578616d706c650d0a5375626a6563743a2043697474c3a00d0a0d0a5065726368c3a9206e6f3f20c39c6ec3af63c3b664c3a92e0d0a');
INSERT INTO body_chunk VALUES (797103165440402, 0, X'46726f6d3a20696e666f406669726d2e6578616d706c650d0a5375626a6563743a2073656e64696e670d0a0d0a506c65617365207061793a2073656e64696e672e0d0a');
INSERT INTO body_chunk VALUES (797103210497006, 0, CAST(replace(hex(zeroblob(49152)), '00', CAST(X'68616c66' AS TEXT)) AS BLOB));
INSERT INTO receiving VALUES (797103210497006);
INSERT INTO attempt VALUES (797102915585047, 1, 1772442012000, 'delivered', 'data-end', '250 2.0.0 queued as 4711');
INSERT INTO attempt VALUES (797102952449970, 1, 1772442019000, 'failed', 'rcpt', '550 5.1.1 no such user');
INSERT INTO attempt VALUES (797102981121795, 1, 1772442026000, 'deferred', 'rcpt', '451 4.3.0 later');
INSERT INTO attempt VALUES (797103009792036, 1, 1772442033000, 'delivered, failed, deferred', 'rcpt', '452 4.2.2 mailbox full');
INSERT INTO attempt VALUES (797103038465665, 1, 1772442040000, 'uncertain', 'data-end', '');
INSERT INTO user_pause VALUES ('office', 'credentials-refused', 1772442375000);
INSERT INTO refusal VALUES (797103218688149, 1772442078000, 'website', 'shop', 'sender-not-authorized', 'header-from', 'boss@bank.example', '550 5.7.1 boss@bank.example may not send through SMTP+ user shop.');
INSERT INTO alert VALUES (1, 'unauthorized-sender', 'website', 'shop', 'boss@bank.example', 1, 1772442079000, 1772442079000, 'new', NULL, NULL);
INSERT INTO alert VALUES (2, 'credentials-refused', NULL, 'office', '535 5.7.8 no', 1, 1772442080000, 1772442080000, 'new', NULL, NULL);
INSERT INTO tally VALUES ('2026-03-02', 'failed', 1);
INSERT INTO tally VALUES ('2026-03-02', 'refused', 1);
INSERT INTO tally VALUES ('2026-03-02', 'sent', 1);
INSERT INTO notice_owed VALUES (1, 797102952449970, 'office', 'info@firm.example', 'failed', '[{"index":0,"reply":"550 5.1.1 no such user","reason":null}]', 1772442019000, 0, NULL);
INSERT INTO notice_owed VALUES (2, 797103009792036, 'office', 'info@firm.example', 'failed', '[{"index":1,"reply":"550 5.1.1 no bob","reason":null}]', 1772442033000, 0, NULL);
INSERT INTO delay_wish VALUES (797103149057777);
INSERT INTO message_action VALUES (797103067136138, 1772442045000, 'held', 'person');
INSERT INTO message_action VALUES (797103087617657, 1772442050000, 'held', 'rules');
INSERT INTO message_action VALUES (797103108096377, 1772442055000, 'held', 'rules');
INSERT INTO message_action VALUES (797103185920569, 1772442075000, 'deleted', 'person');
INSERT INTO retention_clock VALUES (1, 1772442006000);
INSERT INTO user_pace VALUES ('office', 3, 0.5, 900, 1772442080000);
PRAGMA user_version = 12;
