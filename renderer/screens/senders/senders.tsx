export default function Senders({ user }: { user?: string }) {
  return user ? null : null
}
