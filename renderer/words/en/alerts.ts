export const alerts = {
  title: 'Alerts',
  body: 'What needs a look. The same cause is counted, not repeated.',
  empty: 'No alerts. When something needs you, it shows here.',
  states: { new: 'New', seen: 'Seen', settled: 'Settled' },
  times_one: '{{count}} time, last {{time}}',
  times_other: '{{count}} times, last {{time}}',
  settle: 'Mark as settled',
  settled: 'Settled alerts',
  seeSenders: 'Show who may send',
  newPassword: 'Enter the new password',
  seeActivity: 'Show the activity',
  seeHome: 'Show Home',
}
