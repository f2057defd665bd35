declare global {
  namespace App {
    interface Error {
      message: string
    }
    interface PageData {
      /** The page that answers for all the addresses without one. */
      lost?: boolean
    }
  }
}

export {}
