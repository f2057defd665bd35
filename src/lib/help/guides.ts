// Which guides are there? One for each of the four users, each with its own way out in its hands.
// Long because it is words: the four are read beside one another.

import { button, choose, type Guide, heading, link, press, radio, text, write } from './guide.ts'

const elu: Guide = {
  id: 'elu',
  user: 'Élu·e',
  title: 'Ma commune, en une minute',
  wish: 'Vous repartez avec une fiche d’une page A4, ou un paragraphe à coller dans un courriel.',
  steps: [
    {
      at: { path: '/', name: 'le tableau de bord' },
      words: [
        'En haut de chaque page, le champ ',
        write('Chercher une commune ou un code postal', 'orvaut'),
        ' trouve un lieu par son nom, même avec une faute, ou par son code postal. Sur un téléphone, la loupe l’ouvre. Choisissez ',
        press('Orvault', 'option'),
        ' dans la liste : sa fiche s’ouvre. Pour une commune que le rapport ne nomme pas, la liste donne les lieux les plus proches et qui appeler.'
      ]
    },
    {
      at: { path: '/territoires/orvault/', name: 'la fiche d’Orvault' },
      words: [
        'En haut, un paragraphe et trois chiffres au plus. Puis ',
        heading('Ce qui s’y fait, et depuis quand'),
        ', et ',
        heading('À qui parler'),
        ', avec le téléphone de l’agence. Sous ',
        heading('Ce que le rapport ne dit pas d’Orvault'),
        ', ce qui n’est pas publié : absent n’est pas zéro.'
      ],
      picture: {
        file: 'elu-fiche',
        width: 390,
        height: 560,
        alt: 'La fiche d’Orvault sur un téléphone : le nom de la commune, un paragraphe, puis les boutons Imprimer, Partager, Fichier et Copier le paragraphe.'
      }
    },
    {
      words: [
        'Appuyez sur ',
        button('Imprimer'),
        ' : la fiche tient sur une page A4. Ou sur ',
        press('Copier le paragraphe'),
        ' pour un courriel, ou sur ',
        button('Partager'),
        ' depuis un téléphone. ',
        link('Télécharger la fiche'),
        ' (« Fichier » sur un téléphone) garde un fichier qui s’ouvre sans réseau.'
      ]
    },
    {
      words: [
        'Un mot souligné de points, comme ',
        press('calculé'),
        ', dit ce que vaut le chiffre à côté de lui : appuyez dessus pour sa définition.'
      ]
    }
  ]
}

const administrateur: Guide = {
  id: 'administrateur',
  user: 'Administrateur·rice',
  title: 'Comparer les régions sans se tromper',
  wish: 'Vous repartez avec une comparaison que vous pouvez défendre, sur papier, en image ou dans un tableur.',
  steps: [
    {
      at: { path: '/comparer/', name: 'la page Comparer' },
      words: [
        'Les quatre territoires sont côte à côte. ',
        press('Retirer Angers'),
        ' en ôte un ; la liste ',
        choose('Ajouter un territoire', 'Orvault'),
        ' en met un autre, quatre au plus.'
      ],
      picture: {
        file: 'administrateur-comparer',
        width: 860,
        height: 560,
        alt: 'La page Comparer : les quatre territoires en colonnes, leur produit en barres sur un même axe, et la différence calculée.'
      }
    },
    {
      words: [
        press('Tel que publié', 'radio'),
        ' montre les nombres du rapport. ',
        radio('Rapporté à…'),
        ' les rapporte aux habitants ou aux moyens, là seulement où les deux couvrent le même périmètre. ',
        press('Les deux', 'radio'),
        ' remet l’un et l’autre.'
      ]
    },
    {
      words: [
        'Une barre n’est tracée qu’entre des nombres qui comptent la même chose. Sinon la page le refuse et le dit : ',
        text('Pas de classement ici.'),
        ' Les bornes d’un arrondi sont gardées : « entre 4,61 et 4,63 fois ».'
      ]
    },
    {
      words: [
        'Appuyez sur un nombre pour la phrase du rapport dont il vient, ou sur ',
        press('Sources : Produit'),
        ' pour toutes celles d’une section.'
      ]
    },
    {
      at: { path: '/comparer/', name: 'la page Comparer' },
      words: [
        press('Tout en un tableau', 'link'),
        ' mène aux régions, à la formation et au reste que le rapport ne ventile pas, dans un seul tableau.'
      ]
    },
    {
      words: [
        'Emportez : ',
        button('Copier le lien'),
        ', ',
        button('Copier le texte'),
        ', ',
        button('Imprimer, A4'),
        ' (deux pages), ',
        button('CSV pour Excel'),
        ' ou ',
        press('Image'),
        '.'
      ]
    }
  ]
}

const communication: Guide = {
  id: 'communication',
  user: 'Chargé·e de communication',
  title: 'Une figure dans WordPress',
  wish: 'Vous repartez avec un lien qui devient une figure, et une image avec sa légende, son texte alternatif et son crédit.',
  steps: [
    {
      at: { path: '/integrer/', name: 'la page Intégrer' },
      words: [
        'Dans ',
        choose('Figure', 'Quels actes de médiation sont publiés, où et de quelle nature ?'),
        ', choisissez la question ; dans ',
        choose('Territoire', 'Angers'),
        ', le lieu. Sous ',
        heading('Aperçu'),
        ', la figure est comme vos lecteurs la verront.'
      ],
      picture: {
        file: 'communication-integrer',
        width: 1040,
        height: 680,
        alt: 'La page Intégrer : à gauche le choix de la figure, du territoire et de la durée, à droite l’aperçu dans un article.'
      }
    },
    {
      words: [
        radio('À jour'),
        ' suit les prochaines publications. ',
        press('Figée', 'radio'),
        ' garde ces nombres pour toujours : pour un article daté.'
      ]
    },
    {
      words: [
        'Sous ',
        text('Lien à coller, pour WordPress'),
        ', appuyez sur ',
        {
          name: 'Copier : lien à coller, pour wordpress',
          said: 'Copier',
          role: 'button',
          does: { press: true }
        },
        '. Dans l’article, collez ce lien seul sur une ligne vide : il devient la figure, à la bonne hauteur, sans extension et pour tous les comptes.'
      ],
      picture: {
        file: 'communication-copier',
        width: 720,
        height: 330,
        alt: 'Sous « À copier », le lien à coller pour WordPress, puis l’iframe, chacun avec son bouton Copier.'
      }
    },
    {
      words: [
        'Pour LinkedIn ou une lettre d’information, téléchargez ',
        link('PNG, 1200 × 630'),
        ', puis copiez la ',
        text('Légende'),
        ', le ',
        text('Texte alternatif'),
        ', qui dit les nombres à qui ne voit pas l’image, et le ',
        text('Crédit'),
        '.'
      ]
    },
    {
      words: [
        'Autre chose que WordPress ? Sous ',
        heading('Outil par outil'),
        ', cinq lignes pour chacun : Drupal, SPIP, Wix, courriel.'
      ]
    }
  ]
}

const donnees: Guide = {
  id: 'donnees',
  user: 'Médiateur·rice, chargé·e d’études',
  title: 'Lire un journal, publier une année',
  wish: 'Vous repartez avec un fichier contrôlé, puis avec une année publiée, sans rien de personnel dedans.',
  steps: [
    {
      at: { path: '/donnees/importer/', name: 'la page Lire vos données' },
      words: [
        'Sous ',
        heading('Préparer un fichier'),
        ', prenez le ',
        link('Modèle vide (CSV)'),
        ' du journal, ou l’',
        link('Exemple fictif (CSV)'),
        ' pour essayer.'
      ]
    },
    {
      words: [
        'Avec ',
        { name: 'Choisir un fichier', role: 'text' },
        ', donnez votre CSV, tel qu’Excel ou LibreOffice l’enregistre. Il ne quitte pas votre ordinateur. Vérifiez les colonnes reconnues, puis appuyez sur ',
        press('Contrôler les lignes'),
        '.'
      ],
      picture: {
        file: 'donnees-lecture',
        width: 720,
        height: 540,
        alt: 'La lecture d’un journal : l’encodage et le séparateur reconnus, les premières lignes du fichier, puis l’association des colonnes.'
      }
    },
    {
      words: [
        'Une ligne refusée est montrée avec son remède : corrigez-la sur place, l’original n’est pas touché. Puis ',
        press('Voir vos données'),
        ' : une frise, un calendrier et des tableaux, pour vous seul, car rien n’y est protégé.'
      ],
      picture: {
        file: 'donnees-rapport',
        width: 720,
        height: 460,
        alt: 'Le rapport de lecture : cinq lignes lues, une acceptée, quatre à corriger, avec pour chacune la correction proposée.'
      }
    },
    {
      words: [
        'Appuyez sur ',
        press('Préparer la publication'),
        ' : ce qui ressemble à une donnée personnelle est refusé, les petits nombres sont cachés. Puis ',
        button('Enregistrer les observations (CSV)'),
        ', à déposer dans le dossier data/2022 du projet.'
      ]
    },
    {
      words: [
        'Un journal très long, ou en plusieurs fichiers ? Avec le projet et Node.js, cette commande fait la même chose.'
      ],
      command: 'npm run data:journal -- --in journal.csv --year 2022 --out data/2022'
    },
    {
      words: [
        'Ajoutez à la main, dans le dossier data/2022, les contrats (engagements.csv) et les faits marquants (highlights.csv) : ceux-ci font le récit de l’année. Cette commande contrôle tout ; elle dit le fichier, la ligne et la colonne de ce qui ne va pas, et ne publie rien tant qu’il en reste.'
      ],
      command: 'npm run data'
    },
    {
      words: ['Regardez le site sur votre ordinateur.'],
      command: 'npm start'
    },
    {
      words: [
        'Gardez ce que chaque figure dit de cette version, pour les adresses figées. Versez dans git le dossier que la commande nomme, puis publiez le dossier build.'
      ],
      command: 'npm run release'
    }
  ]
}

export const GUIDES: readonly Guide[] = [elu, administrateur, communication, donnees]
