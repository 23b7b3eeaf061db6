export const practice = {
  title: 'Practice mailbox',
  body: 'Messages that were sent through the practice user. They ended here, on this computer, and nowhere else.',
  empty: 'Nothing here yet. Send a message through the practice user and it shows up.',
  list: 'Messages in the practice mailbox',
  address: 'The practice server itself answers at {{address}}.',
  read: 'Message',
  notFound: 'This message is no longer in the mailbox.',
  from: 'From',
  to: 'To',
  arrived: 'Arrived',
  toLine: 'to {{recipients}}',
}
