// How is a figure put into the tools that communication staff use? Five lines each.

export interface Guide {
  id: string
  name: string
  steps: readonly string[]
}

export const GUIDES: readonly Guide[] = [
  {
    id: 'wordpress-blocs',
    name: 'WordPress, éditeur de blocs',
    steps: [
      'Copiez le lien à coller.',
      'Dans l’article, placez le curseur sur une ligne vide.',
      'Collez le lien seul\u00a0: la figure apparaît à la bonne hauteur.',
      'Aucune extension n’est à installer, aucun droit particulier n’est demandé.',
      'Publiez, puis ouvrez l’article une fois pour vérifier.'
    ]
  },
  {
    id: 'wordpress-classique',
    name: 'WordPress, éditeur classique',
    steps: [
      'Copiez le lien à coller.',
      'Dans l’onglet Visuel, allez à la ligne.',
      'Collez le lien seul sur sa ligne, sans en faire un lien cliquable.',
      'La figure remplace le lien, dans l’éditeur ou à la publication.',
      'Si le lien reste en texte, vérifiez que rien d’autre n’est sur sa ligne.'
    ]
  },
  {
    id: 'wordpress-sans-html',
    name: 'WordPress, sans droit HTML',
    steps: [
      'Un compte Auteur ou Contributeur ne peut pas garder une iframe\u00a0: WordPress la retire.',
      'Le lien à coller, lui, marche pour tous les comptes.',
      'Collez-le seul sur une ligne vide.',
      'N’utilisez pas le bloc HTML personnalisé.',
      'La relecture et la publication par un autre compte ne changent rien.'
    ]
  },
  {
    id: 'drupal',
    name: 'Drupal',
    steps: [
      'Copiez l’iframe.',
      'Choisissez un format de texte qui admet les iframes, souvent «\u00a0HTML complet\u00a0».',
      'Dans l’éditeur, passez en mode Source.',
      'Collez l’iframe à l’endroit voulu.',
      'Si elle disparaît à l’enregistrement, demandez ce format à l’administrateur du site.'
    ]
  },
  {
    id: 'spip',
    name: 'SPIP',
    steps: [
      'Copiez l’iframe.',
      'Collez-la dans le texte de l’article, entre deux lignes vides.',
      'Entourez-la de <html> et </html> si votre site le demande.',
      'Enregistrez, puis regardez l’article public.',
      'Si elle est retirée, le réglage de sécurité du site filtre les iframes\u00a0: prenez l’image et le crédit.'
    ]
  },
  {
    id: 'wix',
    name: 'Wix',
    steps: [
      'Copiez l’iframe à hauteur automatique.',
      'Dans l’éditeur, ajoutez l’élément «\u00a0Intégrer du code\u00a0», puis «\u00a0Intégrer HTML\u00a0».',
      'Choisissez «\u00a0Code\u00a0» et collez.',
      'Donnez à l’élément toute la largeur de la page, et la hauteur indiquée.',
      'Vérifiez aussi la version mobile.'
    ]
  },
  {
    id: 'lettre',
    name: 'Lettre d’information par courriel',
    steps: [
      'Un courriel n’affiche ni iframe ni script\u00a0: prenez l’image.',
      'Téléchargez le PNG et insérez-le.',
      'Collez le texte alternatif dans le champ prévu\u00a0: il dit les nombres à qui ne voit pas l’image.',
      'Sous l’image, collez la légende et le crédit.',
      'Faites un lien de l’image vers la page de la figure.'
    ]
  }
]
