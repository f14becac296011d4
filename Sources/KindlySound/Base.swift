// Frames and visible text belong to whatever this module says, so who imports it has them too.
@_exported public import KindlyBase
