import fc from 'fast-check'

// That a fault was noticed is enough here: nobody reads the smallest example.
fc.configureGlobal({ endOnFailure: true })
