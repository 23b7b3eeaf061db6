import type { Words } from '../en.ts'

type DomainRecords = Words['domainRecords']

const found: DomainRecords['found'] = {
  read: 'Nel DNS di {{domain}} manca qualcosa. Pubblica quanto segue dove si gestisce il dominio.',
  complete: 'I record DNS di {{domain}} sono completi: la sua posta porta il suo nome e la sua firma.',
  'no-such-domain':
    'Il DNS non conosce il dominio {{domain}}. Guarda se è scritto bene; se lo è, chiedi a chi lo gestisce.',
  'dns-not-answering':
    'Il DNS non ha risposto. L’invio non ne risente. Controlla la connessione a Internet, poi riprova.',
  'dns-refused':
    'Il server DNS si è rifiutato di rispondere ({{code}}). L’invio non ne risente. Riprova più tardi.',
  'relay-not-answering': 'Non è stato controllato nulla: il relay non risponde. Inizio dice cosa fare.',
}

const spf: DomainRecords['spf'] = {
  ok: 'SPF: presente, con SMTP+',
  missing: 'SPF: mancante. Pubblica questo record',
  'without-smtp-plus':
    'SPF: presente, ma senza SMTP+. Metti questo al suo posto; tutto il resto rimane com’è',
  several: 'SPF: più di un record, quindi nessuno vale. Metti questo solo al posto di tutti',
  malformed:
    'SPF: presente, ma illeggibile, quindi non vale. Metti questo al suo posto, dopo aver guardato cosa conteneva',
  'too-many-lookups':
    'SPF: porta a più di 10 altri nomi, quindi non vale. Togli i servizi con cui non invii più',
}

const dkim: DomainRecords['dkim'] = {
  ok: 'DKIM: presente',
  missing: 'DKIM: mancante. Pubblica questo record',
  'other-target': 'DKIM: porta invece a {{target}}. Cambialo in questo',
}

const dmarc: DomainRecords['dmarc'] = {
  ok: 'DMARC: presente',
  inherited: 'DMARC: presente, nel dominio dell’organizzazione',
  missing: 'DMARC: mancante. Pubblica questo record; per ora non rifiuta nulla',
  several: 'DMARC: più di un record, quindi nessuno vale. Mettine uno al posto di tutti, per iniziare questo',
  malformed: 'DMARC: presente, ma illeggibile. Metti questo al suo posto',
}

export const domainRecords: DomainRecords = {
  title: 'Record DNS per una buona consegna',
  body: 'Con questi record la tua posta porta il tuo dominio, senza “via”, e finisce meno spesso nello spam. La posta parte anche senza.',
  looking: 'Interrogo il DNS…',
  found,
  spf,
  dkim,
  dmarc,
  aligned: 'La posta tramite SMTP+ lo soddisfa, con la sua firma DKIM.',
  notAligned: 'Finché non ci sono entrambi i record DKIM, la posta tramite SMTP+ non lo soddisfa.',
  now: 'Ora c’è',
  look: 'Controlla ora di nuovo',
  seen: 'Controllato: {{time}}.',
  next: 'L’app controlla di nuovo da sola, la prossima volta: {{time}}, finché c’è tutto. I nuovi record possono richiedere da 24 a 48 ore.',
}
