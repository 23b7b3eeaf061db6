import type { OutgoingServer } from '../../../relay/domain/program-files/outgoing-server.ts'
import { lines, phpQuoted, quoted } from '../../../relay/domain/program-files/quoting.ts'

/** PHPMailer 6 and 7. */
export function phpMailer({ server, port, username, from, certificateFile }: OutgoingServer): string {
  return lines(
    '<?php',
    "require 'vendor/autoload.php';",
    '',
    '$mail = new PHPMailer\\PHPMailer\\PHPMailer(true);',
    '$mail->isSMTP();',
    `$mail->Host = ${phpQuoted(server)};`,
    `$mail->Port = ${port};`,
    '$mail->SMTPSecure = PHPMailer\\PHPMailer\\PHPMailer::ENCRYPTION_STARTTLS;',
    certificateFile === null
      ? null
      : `$mail->SMTPOptions = ['ssl' => ['cafile' => ${phpQuoted(certificateFile)}]];`,
    '$mail->SMTPAuth = true;',
    `$mail->Username = ${phpQuoted(username)};`,
    "$mail->Password = getenv('SMTP_PASSWORD');",
    `$mail->setFrom(${phpQuoted(from)});`,
    `$mail->addAddress(${phpQuoted(from)});`,
    "$mail->Subject = 'Test';",
    "$mail->Body = 'Good morning.';",
    '$mail->send();',
  )
}

/** Nodemailer 6 and later, as an ES module. */
export function nodeMailer({ server, port, username, from, certificateFile }: OutgoingServer): string {
  return lines(
    certificateFile === null ? null : "import { readFileSync } from 'node:fs'",
    "import nodemailer from 'nodemailer'",
    '',
    'const transport = nodemailer.createTransport({',
    `  host: ${quoted(server)},`,
    `  port: ${port},`,
    '  secure: false,',
    '  requireTLS: true,',
    certificateFile === null ? null : `  tls: { ca: readFileSync(${quoted(certificateFile)}) },`,
    `  auth: { user: ${quoted(username)}, pass: process.env.SMTP_PASSWORD },`,
    '})',
    'await transport.sendMail({',
    `  from: ${quoted(from)},`,
    `  to: ${quoted(from)},`,
    "  subject: 'Test',",
    "  text: 'Good morning.',",
    '})',
  )
}

/** smtplib of Python 3. */
export function python({ server, port, username, from, certificateFile }: OutgoingServer): string {
  return lines(
    'import os, smtplib, ssl',
    'from email.message import EmailMessage',
    '',
    'message = EmailMessage()',
    `message["From"] = ${quoted(from)}`,
    `message["To"] = ${quoted(from)}`,
    'message["Subject"] = "Test"',
    'message.set_content("Good morning.")',
    '',
    `context = ssl.create_default_context(${certificateFile === null ? '' : `cafile=${quoted(certificateFile)}`})`,
    `with smtplib.SMTP(${quoted(server)}, ${port}) as smtp:`,
    '    smtp.starttls(context=context)',
    `    smtp.login(${quoted(username)}, os.environ["SMTP_PASSWORD"])`,
    '    smtp.send_message(message)',
  )
}

/** MailKit 3 and later, on .NET 6 or later. */
export function dotNet({ server, port, username, from, certificateFile }: OutgoingServer): string {
  return lines(
    'using System.Security.Cryptography.X509Certificates;',
    'using MailKit.Net.Smtp;',
    'using MailKit.Security;',
    'using MimeKit;',
    '',
    'var message = new MimeMessage();',
    `message.From.Add(MailboxAddress.Parse(${quoted(from)}));`,
    `message.To.Add(MailboxAddress.Parse(${quoted(from)}));`,
    'message.Subject = "Test";',
    'message.Body = new TextPart("plain") { Text = "Good morning." };',
    '',
    'using var client = new SmtpClient();',
    ...(certificateFile === null
      ? []
      : [
          `var relay = X509Certificate2.CreateFromPem(File.ReadAllText(${quoted(certificateFile)}));`,
          'client.ServerCertificateValidationCallback = (_, shown, _, _) =>',
          '    shown?.GetCertHashString() == relay.GetCertHashString();',
        ]),
    `client.Connect(${quoted(server)}, ${port}, SecureSocketOptions.StartTls);`,
    `client.Authenticate(${quoted(username)}, Environment.GetEnvironmentVariable("SMTP_PASSWORD"));`,
    'client.Send(message);',
    'client.Disconnect(true);',
  )
}

const javaTrust = (certificateFile: string): readonly string[] => [
  '        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());',
  '        trusted.load(null, null);',
  `        try (InputStream file = new FileInputStream(${quoted(certificateFile)})) {`,
  '            trusted.setCertificateEntry("relay",',
  '                CertificateFactory.getInstance("X.509").generateCertificate(file));',
  '        }',
  '        TrustManagerFactory trust =',
  '            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());',
  '        trust.init(trusted);',
  '        SSLContext tls = SSLContext.getInstance("TLS");',
  '        tls.init(null, trust.getTrustManagers(), null);',
  '        settings.put("mail.smtp.ssl.socketFactory", tls.getSocketFactory());',
]

/** Jakarta Mail 2 (Angus Mail), Java 11 and later. */
export function java({ server, port, username, from, certificateFile }: OutgoingServer): string {
  return lines(
    'import jakarta.mail.*;',
    'import jakarta.mail.internet.*;',
    'import java.util.Properties;',
    ...(certificateFile === null
      ? []
      : [
          'import java.io.*;',
          'import java.security.KeyStore;',
          'import java.security.cert.CertificateFactory;',
          'import javax.net.ssl.*;',
        ]),
    '',
    'public class SendTest {',
    '    public static void main(String[] arguments) throws Exception {',
    '        Properties settings = new Properties();',
    `        settings.put("mail.smtp.host", ${quoted(server)});`,
    `        settings.put("mail.smtp.port", "${port}");`,
    '        settings.put("mail.smtp.auth", "true");',
    '        settings.put("mail.smtp.starttls.enable", "true");',
    '        settings.put("mail.smtp.starttls.required", "true");',
    '        settings.put("mail.smtp.ssl.checkserveridentity", "true");',
    ...(certificateFile === null ? [] : javaTrust(certificateFile)),
    '        MimeMessage message = new MimeMessage(Session.getInstance(settings));',
    `        message.setFrom(new InternetAddress(${quoted(from)}));`,
    `        message.setRecipients(Message.RecipientType.TO, ${quoted(from)});`,
    '        message.setSubject("Test");',
    '        message.setText("Good morning.");',
    `        Transport.send(message, ${quoted(username)}, System.getenv("SMTP_PASSWORD"));`,
    '    }',
    '}',
  )
}
