import type { Words } from '../en.ts'

export const checklist: Words['checklist'] = {
  title: 'Configurazione',
  progress: '{{done}} di {{count}} fatti',
  steps: {
    credentials: {
      open: 'Controlla nome utente e password',
      done: 'Nome utente e password sono giusti',
      broken: 'Il server rifiuta “{{user}}”: correggi nome utente o password',
      press: 'Controlla ora',
    },
    port: {
      open: 'Trova una porta che funziona da qui',
      done: 'Porta e cifratura funzionano',
      broken: 'Il server di “{{user}}” non si raggiunge come dovrebbe',
      press: 'Controlla la connessione',
    },
    senders: {
      open: 'Autorizza e verifica chi può spedire',
      done: 'I mittenti sono autorizzati e verificati',
      press: 'Apri i mittenti',
    },
    dns: {
      open: 'Pubblica SPF, DKIM e DMARC, perché la posta non finisca nello spam',
      done: 'I record DNS del dominio sono completi',
      press: 'Vedi cosa pubblicare',
    },
    program: {
      open: 'Collega un primo programma o dispositivo',
      done: 'Un programma ha eseguito l’accesso',
      press: 'Configura un programma',
    },
    message: {
      open: 'Spedisci un primo messaggio',
      done: 'Un messaggio è stato consegnato',
      press: 'Spedisci un messaggio',
    },
  },
  skip: 'Salta',
  skipLabel: 'Salta: {{step}}',
  bringBack: 'Riprendi',
  stateLabels: { open: 'Da fare', done: 'Fatto', skipped: 'Saltato', broken: 'Da sistemare' },
}
