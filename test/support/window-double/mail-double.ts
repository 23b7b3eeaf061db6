import type { WindowContract } from '../../../electron/ipc/window-contract.ts'
import type { Handlers } from '../../../relay/ipc/contract.ts'
import type { PageData } from './page-data.ts'

/** Messages as the page may ask about them. */
export function mailDouble({ snapshot }: PageData) {
  return {
    listMessages: () => [],
    showMessage({ id }) {
      const summary = snapshot().messages.find((message) => message.id === id)
      return summary
        ? {
            summary,
            headers: `From: ${summary.mailFrom}\r\nSubject: ${summary.subject}`,
            attempts: [],
            actions: [],
          }
        : null
    },
    queueAction: ({ ids }) => ({ changed: ids.length }),
    sendFirstMessage: () => ({ ok: true, id: snapshot().messages[0]?.id ?? 'none' }),
    readPracticeMessage({ id }) {
      const message = snapshot().practice.messages.find((known) => known.id === id)
      return message ? { message, text: 'Dear customer,\n\nyour invoice is attached.\n' } : null
    },
  } satisfies Partial<Handlers<WindowContract>>
}
