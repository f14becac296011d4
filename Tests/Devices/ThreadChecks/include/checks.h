// Nothing to call: what is compiled stands before functions of the Swift library.
