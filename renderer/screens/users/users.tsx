export default function Users({ panel }: { panel?: import('../../state/navigation.tsx').UserPanel }) {
  return panel ? null : null
}
