/** The only two channels between page and main: calls go in by name, changes come out. */
export const callChannel = 'companion:call'
export const changedChannel = 'companion:changed'
