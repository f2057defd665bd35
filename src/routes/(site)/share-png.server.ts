// A share image as the answer of its address.
import type { Card } from '$lib/figures/share/card.ts'
import { drawCard } from '$lib/figures/share/draw-card.ts'

export function sharePng(card: Card): Response {
  return new Response(drawCard(card), { headers: { 'content-type': 'image/png' } })
}
