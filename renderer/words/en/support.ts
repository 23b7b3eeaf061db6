export const support = {
  title: 'Report for support',
  body: 'One text file with versions, settings, alerts, refusals, answers of the server and the end of the log. No passwords, no texts or subjects of messages. Read it before you send it.',
  withAddresses: 'With complete addresses',
  withAddressesHint: 'Otherwise anna@firm.example becomes a…@firm.example.',
  press: 'Save the report',
  written: 'Saved as {{path}}.',
  notWritten: 'The report was not written to {{path}}: {{message}}. Choose another place, then try again.',
  failed: 'The report could not be made. Try again.',
}
