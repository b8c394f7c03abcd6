/** Exchange Online takes messages of at most 150 MB; what a person reads of one is far less. */
export const readingLimits = {
  octets: 160 * 1024 * 1024,
  /** Of everything outside of attachments, as it was sent. */
  textOctets: 8 * 1024 * 1024,
  parts: 1000,
  attachments: 200,
  headerOctets: 2 * 1024 * 1024,
  lineOctets: 64 * 1024,
  people: 500,
  /** Characters. */
  text: 1024 * 1024,
  html: 1024 * 1024,
  pictureOctets: 512 * 1024,
  allPicturesOctets: 4 * 1024 * 1024,
};
