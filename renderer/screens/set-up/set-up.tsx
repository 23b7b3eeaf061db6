export default function SetUp({ panel }: { panel?: import('../../state/navigation.tsx').SetUpPanel }) {
  return panel ? null : null
}
