export type MailText = {
  readonly from?: string
  readonly to?: string
  readonly subject?: string
  readonly body?: string
  /** whole header lines, without their line ends */
  readonly headers?: readonly string[]
}

/** A message as a mail program writes it, with everything that RFC 5322 asks for, so that nothing need be added. */
export function writeMail(mail: MailText = {}): string {
  const lines = [
    `From: ${mail.from ?? 'Front desk <info@firm.example>'}`,
    `To: ${mail.to ?? 'ann@customer.example'}`,
    `Subject: ${mail.subject ?? 'Your invoice'}`,
    'Date: Mon, 02 Mar 2026 09:30:00 +0100',
    `Message-ID: <${crypto.randomUUID()}@firm.example>`,
    ...(mail.headers ?? []),
    '',
    mail.body ?? 'Please find the invoice below.',
    '',
  ]
  return lines.join('\r\n')
}
