import type { HandOverRefusal } from '../../../electron/ipc/window-handover.ts'

export const handOver = {
  file: 'Instead of typing: a file with these values.',
  withPassword: 'The password just made goes into it too. Only your account can read it.',
  withoutPassword: 'The password is not in it.',
  save: 'Save as a file',
  written: 'Written: {{files}}.',
  notAnswered: 'That did not work now, and nothing was changed. Try again.',
  incoming: {
    forNewAccounts: 'For accounts that are still to be added: a file that fills them in',
    bodies: {
      'apple-profile':
        'Instead of typing: a profile for this account. Apple wants the mailbox’s own incoming server in it; your provider names it. No password is in the file.',
      autoconfig:
        'Whoever adds an account at {{domain}} in Thunderbird then finds everything filled in: this outgoing server, and the mailbox’s own incoming server, which your provider names. Accounts that are there already stay as they are. No password is in the file.',
    },
    written: {
      'apple-profile':
        'Written: {{files}}. Open it on the device: it is installed under System Settings (iPhone: Settings), Profile Downloaded, and asks for both passwords.',
      autoconfig:
        'Written: {{files}}. Put it, as {{domain}}.xml, into the folder “isp” beside Thunderbird’s program (Linux: /usr/lib/thunderbird/isp, Windows: C:\\Program Files\\Mozilla Thunderbird\\isp); make the folder if it isn’t there.',
    },
    type: 'Kind of mailbox',
    server: 'Incoming server',
    port: 'Port of the incoming server (SSL)',
    username: 'User name of the mailbox',
    wrong: 'This is missing or not right. Nothing was written.',
  },
  thunderbird: {
    body: 'Instead of typing: put this server into a profile of Thunderbird. Your accounts stay as they are.',
    look: 'Find profiles',
    none: 'No profile was found on this computer. Add the server by hand, as above.',
    inUse: 'Thunderbird is running with it. Close Thunderbird, then find profiles again.',
    add: 'Add to {{profile}}',
    remove: 'Take it out of {{profile}} again',
    added: 'The server is in it. Thunderbird asks for the password when it first sends.',
    done: 'Done. Start Thunderbird again. How it was before: {{copy}}.',
  },
  refused: {
    malformed: 'One of the values is not right: {{field}}. Nothing was written; check it first.',
    'not-writable':
      'This kind of file can’t hold a value: {{field}}. Nothing was written; type the values instead.',
    'incoming-missing': 'The incoming server is missing. Nothing was written.',
    'password-gone': 'The password is no longer here. Nothing was written; make a new one for this sign-in.',
    'not-written': 'The file could not be written: {{detail}}. Choose another place.',
    'profile-gone': 'The profile is not there any more. Nothing was changed; find profiles again.',
    'in-use': 'Thunderbird is running. Nothing was changed; close it, then try again.',
    'prefs-unreadable':
      'The profile is written in a way that is not known here. Nothing was changed; add the server by hand.',
    'not-ours': 'The server is not in it any more. Nothing was changed.',
  } satisfies Record<HandOverRefusal['reason'], string>,
}
